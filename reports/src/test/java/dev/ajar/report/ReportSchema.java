package dev.ajar.report;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The schema that every JSON report has to fit. */
final class ReportSchema {

  private static final Schema SCHEMA = load();

  /** What in a JSON text does not fit the schema. */
  static List<String> misfits(String json) {
    return SCHEMA.validate(json, InputFormat.JSON).stream().map(Error::toString).toList();
  }

  /** The schema as text. */
  static InputStream stream() {
    InputStream stream = Report.class.getResourceAsStream("report-1.schema.json");
    if (stream == null) {
      throw new AssertionError("no schema");
    }
    return stream;
  }

  private static Schema load() {
    try (InputStream stream = stream()) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(stream);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private ReportSchema() {}
}
