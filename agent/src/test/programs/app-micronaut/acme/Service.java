package acme;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** What the application answers: it asks others for it. */
@Controller
class Service {

  private final Declared others;

  Service(Declared others) {
    this.others = others;
  }

  @Get(value = "/small", produces = MediaType.TEXT_PLAIN)
  @ExecuteOn(TaskExecutors.BLOCKING)
  String small() {
    return others.small();
  }
}
