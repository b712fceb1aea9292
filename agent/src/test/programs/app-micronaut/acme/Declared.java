package acme;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.client.annotation.Client;
import org.reactivestreams.Publisher;

/** A client that is declared; Micronaut writes it. */
@Client("${others.url}")
interface Declared {

  @Get("/small")
  String small();

  @Get("/small")
  Publisher<String> later();

  @Get("/large")
  byte[] large();

  @Get("/error")
  String error();

  @Get("/empty")
  HttpResponse<?> empty();

  @Post("/small")
  String order(@Body String order);
}
