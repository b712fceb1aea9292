import com.azure.cosmos.CosmosAsyncClient;
import com.azure.cosmos.CosmosClient;
import com.azure.cosmos.CosmosClientBuilder;
import com.azure.cosmos.CosmosException;
import java.util.ArrayList;
import java.util.List;

class Fixture {

  private static final List<Object> KEPT = new ArrayList<>();
  private static final Account ACCOUNT = account();

  static void forgotten() {
    System.out.println("server " + ACCOUNT.host());
    busy();
    for (int round = 0; round < 2; round++) {
      CosmosAsyncClient client =
          gateway().buildAsyncClient(); // expect: open 2 Azure Cosmos DB async client
      check(status(keep(client), "missing") == 404);
    }
    for (int round = 0; round < 2; round++) {
      keep(
          at(ACCOUNT.endpoint())
              .directMode()
              .buildClient()); // expect: open 2 Azure Cosmos DB client
    }
    for (int round = 0; round < 2; round++) { // what they share is not theirs
      keep(
          gateway()
              .connectionSharingAcrossClientsEnabled(true)
              .buildClient()); // expect: open 2 Azure Cosmos DB client
    }
    for (int round = 0; round < 5; round++) {
      keep(gateway().buildClient()); // expect: open piled-up 5 Azure Cosmos DB client
    }
  }

  private static void busy() {
    for (int round = 0; round < 2; round++) {
      CosmosClient client = keep(gateway().buildClient()); // expect: open 2 Azure Cosmos DB client
      for (int request = 0; request < 3; request++) {
        check(client.getDatabase("small").read().getStatusCode() == 200);
      }
    }
  }

  static void owned() {
    for (int round = 0; round < 2; round++) {
      CosmosClient client = gateway().buildClient();
      keep(client.getDatabase("small").getContainer("none"));
      client.close();
    }
    for (int round = 0; round < 2; round++) {
      CosmosAsyncClient client =
          at(ACCOUNT.endpoint())
              .directMode()
              .connectionSharingAcrossClientsEnabled(true)
              .buildAsyncClient();
      keep(client).close(); // the last one closes what they share
    }
  }

  static void abandoned() throws Exception {
    Garbage garbage = new Garbage();
    for (int round = 0; round < 2; round++) {
      garbage.add(gateway().buildClient()); // expect: abandoned 2 Azure Cosmos DB client
      CosmosAsyncClient used =
          at(ACCOUNT.endpoint())
              .directMode()
              .buildAsyncClient(); // expect: abandoned 2 Azure Cosmos DB async client
      check(status(used, "missing") == 404);
      garbage.add(used);
      used = null;
    }
    garbage.collect();
  }

  static void closed() {
    CosmosClient client = keep(gateway().buildClient());
    check(client.getDatabase("small").read().getStatusCode() == 200);
    client.close();
    client.close();
    try (CosmosClient another = keep(gateway().buildClient())) {
      check(status(another, "missing") == 404);
      check(status(another, "broken") == 500);
      status(another, "empty");
    }
    CosmosAsyncClient async = keep(gateway().buildAsyncClient());
    check(async.getDatabase("small").read().block().getStatusCode() == 200);
    check(status(async, "missing") == 404);
    async.close();
    keep(at(ACCOUNT.endpoint()).directMode().buildAsyncClient()).close();
    keep(at(ACCOUNT.endpoint()).directMode().buildClient()).close();
    CosmosClient first = gateway().connectionSharingAcrossClientsEnabled(true).buildClient();
    CosmosClient second = gateway().connectionSharingAcrossClientsEnabled(true).buildClient();
    first.close();
    check(second.getDatabase("small").read().getStatusCode() == 200);
    second.close();
    for (int round = 0; round < 2; round++) {
      fails(at(Loopback.refused().replace("http", "https")).gatewayMode());
      fails(gateway().userAgentSuffix(Account.UNKNOWN));
      fails(at(ACCOUNT.endpoint()).directMode().userAgentSuffix(Account.UNKNOWN));
    }
  }

  static void late() {
    for (int round = 0; round < 2; round++) {
      CosmosClient client = keep(gateway().buildClient());
      Runtime.getRuntime().addShutdownHook(new Thread(client::close));
      CosmosAsyncClient async = keep(gateway().buildAsyncClient());
      Runtime.getRuntime().addShutdownHook(new Thread(async::close));
    }
    System.out.println("clients that hooks close: 10");
  }

  private static CosmosClientBuilder gateway() {
    return at(ACCOUNT.endpoint()).gatewayMode();
  }

  private static CosmosClientBuilder at(String endpoint) {
    return new CosmosClientBuilder().endpoint(endpoint).key("bm8ga2V5");
  }

  /** A build that fails closes what it has made. */
  private static void fails(CosmosClientBuilder builder) {
    try {
      builder.buildClient();
    } catch (RuntimeException e) {
      return;
    }
    throw new AssertionError();
  }

  private static int status(CosmosClient client, String database) {
    try {
      return client.getDatabase(database).read().getStatusCode();
    } catch (CosmosException e) {
      return e.getStatusCode();
    }
  }

  private static int status(CosmosAsyncClient client, String database) {
    try {
      return client.getDatabase(database).read().block().getStatusCode();
    } catch (CosmosException e) {
      return e.getStatusCode();
    }
  }

  private static Account account() {
    try {
      return new Account();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static <T> T keep(T kept) {
    KEPT.add(kept);
    return kept;
  }

  private static void check(boolean holds) {
    if (!holds) {
      throw new AssertionError();
    }
  }
}
