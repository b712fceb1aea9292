package dev.ajar.agent.catalog;

import static dev.ajar.agent.catalog.RuleBuilder.family;

import dev.ajar.ledger.Contract;

/** Google Cloud Storage over gRPC. Never: a {@code Storage} over HTTP, whose close does nothing. */
final class GoogleCloudStorage {

  private static final String PACKAGE = "com.google.cloud.storage.";
  private static final String STORAGE = PACKAGE + "GrpcStorageImpl";

  // StorageOptions.getService() makes one for its options and returns it ever after. The channels
  // inside are gRPC's.
  private static final Rule GRPC_STORAGE =
      family("Google Cloud Storage", PACKAGE, "com.google.cloud.", "com.google.api.gax.")
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

  static final Library LIBRARY = Library.of("google-cloud-storage", GRPC_STORAGE);

  private GoogleCloudStorage() {}
}
