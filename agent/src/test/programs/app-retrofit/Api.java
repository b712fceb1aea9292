import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.HEAD;
import retrofit2.http.Streaming;

/** What the server answers, as Retrofit sees it. */
interface Api {

  @GET("small")
  Call<String> converted();

  @GET("large")
  Call<ResponseBody> readAhead();

  @GET("empty")
  Call<Void> nothing();

  @HEAD("small")
  Call<Void> head();

  @GET("error")
  Call<String> failing();

  @GET("cut")
  Call<String> cut();

  @Streaming
  @GET("large")
  Call<ResponseBody> streamed();

  @Streaming
  @GET("error")
  Call<ResponseBody> streamedError();
}
