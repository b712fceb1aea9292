package com.acme;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.sdk.Api;

/** Opens clients behind lambdas, proxies, stages and a library; two at each line. */
public final class Orders {

  private static final List<Object> KEPT = Collections.synchronizedList(new ArrayList<>());

  interface Port {
    Object open();
  }

  private static final class Direct implements Port {
    @Override
    public Object open() {
      return HttpClients.createDefault(); // expect: open 2 Apache HttpClient 5 client
    }
  }

  public static void main(String[] args) {
    for (int round = 0; round < 2; round++) {
      Supplier<Object> supplier =
          () -> HttpClients.createDefault(); // expect: open 2 Apache HttpClient 5 client
      KEPT.add(supplier.get());
      KEPT.add(proxy(new Direct()).open());
      CompletableFuture.supplyAsync(() -> "name")
          .thenApply(
              name -> HttpClients.createDefault()) // expect: open 2 Apache HttpClient 5 client
          .thenAccept(KEPT::add)
          .join();
      KEPT.add(Api.create().call());
      List.of(Api.create()).forEach(api -> KEPT.add(api.call()));
    }
    System.out.println("done");
  }

  private static Port proxy(Port target) {
    return (Port)
        Proxy.newProxyInstance(
            Orders.class.getClassLoader(),
            new Class<?>[] {Port.class},
            (self, method, arguments) -> method.invoke(target, arguments));
  }
}
