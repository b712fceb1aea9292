package dev.ajar.agent.catalog;

import dev.ajar.agent.catalog.ClassIndex.Watched;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All libraries. A library's file is loaded when the first of its watched classes turns up, so that
 * an application without it pays for a look-up of names only.
 */
public final class Catalog {

  /**
   * What is known of a library before its file is loaded.
   *
   * @param name as the option {@code libraries} takes it
   * @param root the packages of its watched classes, with slashes
   * @param classes those classes, after the root; a {@code *} stands for any letters
   */
  record Entry(String name, String root, List<String> classes) {}

  private static final Entry[] ENTRIES = {
    entry(
        "java.net.http",
        "jdk/internal/net/http/",
        "HttpClientImpl",
        "HttpClientFacade",
        "MultiExchange",
        "Exchange",
        "ResponseSubscribers$HttpResponseInputStream",
        "websocket/WebSocketImpl"),
    entry(
        "http-url-connection",
        "sun/net/www/protocol/http/",
        "EmptyInputStream",
        "HttpURLConnection",
        "HttpURLConnection$HttpInputStream"),
    entry(
        "apache-httpclient-4",
        "org/apache/http/impl/",
        "client/InternalHttpClient",
        "client/MinimalHttpClient",
        "client/AbstractHttpClient",
        "client/HttpClientBuilder",
        "client/IdleConnectionEvictor",
        "conn/PoolingHttpClientConnectionManager",
        "conn/BasicHttpClientConnectionManager",
        "conn/PoolingClientConnectionManager",
        "conn/BasicClientConnectionManager",
        "conn/SingleClientConnManager",
        "conn/tsccm/ThreadSafeClientConnManager",
        "execchain/ConnectionHolder"),
    entry(
        "apache-httpclient-5",
        "org/apache/hc/client5/http/impl/",
        "classic/InternalHttpClient",
        "classic/MinimalHttpClient",
        "classic/HttpClientBuilder",
        "classic/InternalExecRuntime",
        "io/PoolingHttpClientConnectionManager",
        "io/BasicHttpClientConnectionManager",
        "IdleConnectionEvictor"),
    entry(
        "okhttp",
        "okhttp3/",
        "OkHttpClient",
        "ConnectionPool",
        "Cache",
        "RealCall",
        "internal/connection/RealCall",
        "internal/connection/Exchange",
        "internal/connection/Exchange$ResponseBodySource",
        "internal/ws/RealWebSocket"),
    entry("hutool", "cn/hutool/http/", "HttpResponse", "HttpInputStream"),
    entry(
        "ktor",
        "io/ktor/client/",
        "HttpClient",
        "HttpClientKt",
        "statement/HttpStatement",
        "engine/HttpClientEngineBase",
        "engine/java/JavaHttpEngine",
        "engine/okhttp/OkHttpEngine",
        "engine/apache/ApacheEngine",
        "engine/apache5/Apache5Engine"),
    entry("methanol", "com/github/mizosoft/methanol/", "internal/cache/DiskStore"),
    entry("unirest-3", "kong/unirest/", "UnirestInstance", "Config", "BaseRequest"),
    entry("unirest-4", "kong/unirest/core/", "UnirestInstance", "Config", "java/JavaClient"),
    entry(
        "jersey",
        "org/glassfish/jersey/client/",
        "JerseyClient",
        "ClientConfig$State",
        "JerseyInvocation",
        "ClientRuntime"),
    entry(
        "cxf",
        "org/apache/cxf/",
        "jaxrs/client/spec/ClientImpl",
        "jaxrs/client/spec/ClientImpl$WebTargetImpl",
        "jaxrs/client/JAXRSClientFactoryBean",
        "jaxrs/client/AbstractClient",
        "jaxrs/client/WebClient",
        "jaxrs/client/ClientProxyImpl",
        "frontend/ClientFactoryBean",
        "jaxws/DispatchImpl",
        "endpoint/ClientImpl"),
    entry(
        "resteasy",
        "org/jboss/resteasy/client/jaxrs/",
        "ResteasyClient",
        "internal/ResteasyClientImpl",
        "ResteasyClientBuilder",
        "internal/ResteasyClientBuilderImpl",
        "internal/ClientInvocation",
        "engines/ManualClosingApacheHttpClient43Engine",
        "engines/ApacheHttpClient4Engine",
        "engines/ApacheHttpAsyncClient4Engine"),
    entry(
        "jetty",
        "org/eclipse/jetty/client/",
        "HttpClient",
        "transport/HttpDestination",
        "util/InputStreamResponseListener",
        "util/InputStreamResponseListener$Input",
        "InputStreamResponseListener"),
    entry(
        "apache-httpasyncclient-4",
        "org/apache/http/impl/nio/",
        "client/InternalHttpAsyncClient",
        "client/MinimalHttpAsyncClient",
        "client/CloseableHttpAsyncClientBase",
        "client/HttpAsyncClientBuilder",
        "client/MinimalHttpAsyncClientBuilder",
        "conn/PoolingNHttpClientConnectionManager"),
    entry(
        "apache-httpclient-5-async",
        "org/apache/hc/client5/http/impl/",
        "async/InternalHttpAsyncClient",
        "async/InternalH2AsyncClient",
        "async/MinimalHttpAsyncClient",
        "async/MinimalH2AsyncClient",
        "async/AbstractHttpAsyncClientBase",
        "async/HttpAsyncClientBuilder",
        "async/H2AsyncClientBuilder",
        "async/HttpAsyncClients",
        "nio/PoolingAsyncClientConnectionManager",
        "async/H2AsyncClientBuilder$IdleConnectionEvictor"),
    entry(
        "reactor-netty",
        "reactor/netty/",
        "resources/DefaultPooledConnectionProvider",
        "resources/PooledConnectionProvider",
        "resources/DefaultLoopResources",
        "http/HttpResources",
        "tcp/TcpResources",
        "udp/UdpResources"),
    entry(
        "aws-sdk-2",
        "software/amazon/awssdk/",
        "services/*Default*Client",
        "core/client/builder/SdkDefaultClientBuilder",
        "core/client/builder/SdkDefaultClientBuilder$NonManagedSdkAsyncHttpClient",
        "core/client/builder/SdkDefaultClientBuilder$NonManagedSdkHttpClient",
        "core/internal/handler/BaseSyncClientHandler",
        "core/internal/handler/BaseAsyncClientHandler",
        "core/internal/async/InputStreamResponseTransformer",
        "core/ResponseInputStream",
        "core/io/SdkFilterInputStream",
        "http/apache/ApacheHttpClient",
        "http/apache5/Apache5HttpClient",
        "http/nio/netty/NettyNioAsyncHttpClient",
        "http/crt/AwsCrtHttpClientBase",
        "http/crt/AwsCrtHttpClient",
        "http/crt/AwsCrtAsyncHttpClient"),
    entry(
        "commons-httpclient-3",
        "org/apache/commons/httpclient/",
        "MultiThreadedHttpConnectionManager",
        "HttpMethodDirector",
        "MultiThreadedHttpConnectionManager$ConnectionPool",
        "SimpleHttpConnectionManager"),
    entry(
        "async-http-client",
        "org/asynchttpclient/",
        "DefaultAsyncHttpClient",
        "ws/WebSocketUpgradeHandler",
        "netty/ws/NettyWebSocket"),
    entry(
        "netty",
        "io/netty/",
        "channel/MultithreadEventLoopGroup",
        "util/concurrent/MultithreadEventExecutorGroup",
        "bootstrap/Bootstrap"),
    entry("grpc", "io/grpc/internal/", "ManagedChannelOrphanWrapper", "ForwardingManagedChannel"),
    entry("aws-sdk-1", "com/amazonaws/", "AmazonWebServiceClient", "http/AmazonHttpClient"),
    entry(
        "vertx",
        "io/vertx/core/",
        "impl/VertxImpl",
        "http/impl/HttpClientImpl",
        "http/impl/HttpClientBase",
        "http/impl/SharedHttpClient",
        "http/impl/CleanableHttpClient",
        "http/impl/HttpClientBuilderInternal",
        "http/impl/WebSocketClientImpl",
        "http/impl/SharedWebSocketClient",
        "http/impl/CleanableWebSocketClient",
        "http/impl/Http1xClientConnection",
        "internal/CleanableResource"),
    entry("google-http-client", "com/google/api/client/http/", "HttpRequest"),
    entry("feign", "feign/", "SynchronousMethodHandler"),
    entry(
        "pekko-http",
        "org/apache/pekko/",
        "actor/ActorSystemImpl",
        "http/impl/engine/client/PoolMaster"),
    entry(
        "elasticsearch-rest-client",
        "org/elasticsearch/client/",
        "RestClient",
        "RestClientBuilder"),
    entry(
        "elasticsearch-java",
        "co/elastic/clients/transport/rest5_client/low_level/",
        "Rest5Client",
        "Rest5ClientBuilder"),
    entry(
        "quarkus-rest-client",
        "org/jboss/resteasy/reactive/client/",
        "impl/ClientImpl",
        "handlers/ClientSendRequestHandler"),
    entry(
        "helidon",
        "io/helidon/webclient/http1/",
        "Http1ClientImpl",
        "Http1ConnectionCache",
        "Http1ClientResponseImpl"),
    entry("azure-cosmos", "com/azure/cosmos/", "CosmosClient", "CosmosAsyncClient"),
    entry(
        "google-cloud-storage",
        "com/google/cloud/storage/",
        "GrpcStorageImpl",
        "GrpcBlobReadChannel",
        "BaseStorageReadChannel",
        "GrpcStorageOptions$GrpcStorageFactory"),
    entry("opensearch-rest-client", "org/opensearch/client/", "RestClient", "RestClientBuilder"),
    entry(
        "opensearch-java",
        "org/opensearch/client/transport/httpclient5/",
        "ApacheHttpClient5Transport",
        "ApacheHttpClient5TransportBuilder"),
    entry("micronaut", "io/micronaut/http/client/netty/", "DefaultHttpClient", "NettyHttpClient"),
    entry(
        "armeria",
        "com/linecorp/armeria/client/",
        "DefaultClientFactory",
        "HttpClientFactory",
        "HttpClientDelegate"),
    entry(
        "solrj",
        "org/apache/solr/client/solrj/impl/",
        "HttpSolrClient",
        "Http2SolrClient",
        "HttpJdkSolrClient",
        "LBSolrClient",
        "LBHttpSolrClient",
        "CloudSolrClient",
        "CloudSolrClient$Builder",
        "CloudLegacySolrClient",
        "CloudLegacySolrClient$Builder",
        "CloudHttp2SolrClient",
        "CloudHttp2SolrClient$Builder",
        "ConcurrentUpdateSolrClient",
        "ConcurrentUpdateHttp2SolrClient",
        "ConcurrentUpdateBaseSolrClient"),
  };

  private static Entry entry(String name, String root, String... classes) {
    return new Entry(name, root, List.of(classes));
  }

  private static Library load(String name) {
    return switch (name) {
      case "java.net.http" -> JdkHttpClient.LIBRARY;
      case "http-url-connection" -> HttpUrlConnection.LIBRARY;
      case "apache-httpclient-4" -> ApacheHttpClient4.LIBRARY;
      case "apache-httpclient-5" -> ApacheHttpClient5.LIBRARY;
      case "okhttp" -> OkHttp.LIBRARY;
      case "hutool" -> Hutool.LIBRARY;
      case "ktor" -> Ktor.LIBRARY;
      case "methanol" -> Methanol.LIBRARY;
      case "unirest-3" -> Unirest.LIBRARY_3;
      case "unirest-4" -> Unirest.LIBRARY_4;
      case "jersey" -> Jersey.LIBRARY;
      case "cxf" -> Cxf.LIBRARY;
      case "resteasy" -> Resteasy.LIBRARY;
      case "jetty" -> Jetty.LIBRARY;
      case "apache-httpasyncclient-4" -> ApacheHttpAsyncClient4.LIBRARY;
      case "apache-httpclient-5-async" -> ApacheHttpClient5Async.LIBRARY;
      case "reactor-netty" -> ReactorNetty.LIBRARY;
      case "aws-sdk-2" -> AwsSdk2.LIBRARY;
      case "commons-httpclient-3" -> CommonsHttpClient3.LIBRARY;
      case "async-http-client" -> AsyncHttpClient.LIBRARY;
      case "netty" -> Netty.LIBRARY;
      case "grpc" -> Grpc.LIBRARY;
      case "aws-sdk-1" -> AwsSdk1.LIBRARY;
      case "vertx" -> Vertx.LIBRARY;
      case "google-http-client" -> GoogleHttpClient.LIBRARY;
      case "feign" -> Feign.LIBRARY;
      case "pekko-http" -> PekkoHttp.LIBRARY;
      case "elasticsearch-rest-client" -> Elasticsearch.LIBRARY;
      case "elasticsearch-java" -> Elasticsearch.LIBRARY_JAVA;
      case "quarkus-rest-client" -> Quarkus.LIBRARY;
      case "helidon" -> Helidon.LIBRARY;
      case "azure-cosmos" -> AzureCosmos.LIBRARY;
      case "google-cloud-storage" -> GoogleCloudStorage.LIBRARY;
      case "opensearch-rest-client" -> OpenSearch.LIBRARY;
      case "opensearch-java" -> OpenSearch.LIBRARY_JAVA;
      case "micronaut" -> Micronaut.LIBRARY;
      case "armeria" -> Armeria.LIBRARY;
      case "solrj" -> Solr.LIBRARY;
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** The libraries' names, as the option {@code libraries} takes them. */
  public static final List<String> NAMES = names();

  private static final ClassIndex INDEX = index();
  private static final Map<String, Library> COPIES = new ConcurrentHashMap<>();

  /**
   * The library that watches a class, or null. Allocates nothing for other classes.
   *
   * @param internalName a class name with slashes
   */
  public static @Nullable Library libraryOf(String internalName) {
    Watched watched = INDEX.find(internalName);
    if (watched == null) {
      return null;
    }
    Entry entry = watched.library();
    String root = watched.rootOf(internalName);
    return root.equals(entry.root()) ? load(entry.name()) : copy(entry, root);
  }

  /**
   * The library of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Library library(String name) {
    return load(name);
  }

  /** The classes, with slashes, that a library of a name is found by. */
  static List<String> classes(String name) {
    List<String> classes = new ArrayList<>();
    for (Entry entry : ENTRIES) {
      if (entry.name().equals(name)) {
        for (String tail : entry.classes()) {
          classes.add(entry.root().concat(tail));
        }
      }
    }
    return classes;
  }

  /** The rules of a library that somebody's jar holds a copy of, under other packages. */
  private static Library copy(Entry entry, String root) {
    String key = entry.name().concat(" ").concat(root);
    Library known = COPIES.get(key);
    if (known == null) {
      known = Relocation.between(entry.root(), root).of(load(entry.name()));
      COPIES.put(key, known);
    }
    return known;
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Entry entry : ENTRIES) {
      names.add(entry.name());
    }
    return List.copyOf(names);
  }

  private static ClassIndex index() {
    ClassIndex index = new ClassIndex();
    for (Entry entry : ENTRIES) {
      index.add(entry);
    }
    return index;
  }

  private Catalog() {}
}
