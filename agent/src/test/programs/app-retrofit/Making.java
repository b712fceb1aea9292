import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Makes what the programs ask with. */
final class Making {

  /** With a client of Retrofit's own. */
  static Retrofit.Builder builder() {
    return builder("http://" + Loopback.host() + "/");
  }

  static Api api(OkHttpClient client) {
    return builder().client(client).build().create(Api.class);
  }

  static Api refused(OkHttpClient client) {
    return builder(Loopback.refused()).client(client).build().create(Api.class);
  }

  private static Retrofit.Builder builder(String server) {
    return new Retrofit.Builder().baseUrl(server).addConverterFactory(new Texts());
  }

  /** Reads a body into a string, and leaves its close to Retrofit. */
  private static final class Texts extends Converter.Factory {

    @Override
    public Converter<ResponseBody, ?> responseBodyConverter(
        Type type, Annotation[] annotations, Retrofit retrofit) {
      return type == String.class ? ResponseBody::string : null;
    }
  }

  private Making() {}
}
