package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;
import static dev.ajar.agent.catalog.Value.self;

import dev.ajar.agent.catalog.RuleBuilder.Family;
import dev.ajar.ledger.Contract;

/**
 * Google Cloud Storage over gRPC. Never: a {@code Storage} over HTTP, whose close does nothing, and
 * its readers, which hold a stream of the HTTP client underneath; and a writer, which holds a
 * buffer alone: each flush is a call that has ended when it returns, and leaving it open is the way
 * to give an upload up.
 */
final class GoogleCloudStorage {

  private static final String PACKAGE = "com.google.cloud.storage.";
  private static final String STORAGE = PACKAGE + "GrpcStorageImpl";

  private static final String READER = PACKAGE + "GrpcBlobReadChannel";
  private static final Family FAMILY =
      family("Google Cloud Storage", PACKAGE, "com.google.cloud.", "com.google.api.gax.");

  // StorageOptions.getService() makes one for its options and returns it ever after. The channels
  // inside are gRPC's.
  private static final Rule GRPC_STORAGE =
      FAMILY
          .client(Contract.MUST, "Google Cloud Storage over gRPC", STORAGE)
          .why("It keeps its gRPC channels and the threads behind them until it is closed.")
          .remedy(
              "Keep the Storage that StorageOptions.grpc()...getService() returned for the"
                  + " application's life, and call its close() at shutdown.")
          .in(PACKAGE + "GrpcStorageOptions$GrpcStorageFactory")
          .ownsWhatOpensIn("create")
          .in(STORAGE)
          .opensWhenConstructed()
          .closes("close")
          .rule();

  // The first read makes its call.
  private static final Rule READERS =
      FAMILY
          .handout(Contract.MUST, "Google Cloud Storage reader", READER)
          .why(
              "Until it has been read to its end or is closed, it keeps a call of its channel and what"
                  + " that has received.")
          .remedy("Close it on every path: try (ReadChannel reader = storage.reader(blob)) { ... }")
          .in(READER)
          .opensWhenConstructed()
          .onceUsed()
          .in(STORAGE)
          .ownsWhatOpensIn("reader", self())
          .in(PACKAGE + "BaseStorageReadChannel")
          .opensAfter("read", self())
          .ofClass(READER)
          .closesAtEndOf("read")
          .closes("close")
          .usableAfterClose()
          .rule();

  static final Library LIBRARY = Library.of("google-cloud-storage", GRPC_STORAGE, READERS);

  private GoogleCloudStorage() {}
}
