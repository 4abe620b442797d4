package tenantry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.http.HttpServerTransport;
import org.elasticsearch.node.ClasspathNode;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.transport.netty4.Netty4Plugin;

/**
 * Starts one node on 127.0.0.1 and prints {@code ES_READY <port>}. Arguments: the port for HTTP (0
 * for any) and the folder for data. It ends when its standard input does, so that it never outlives
 * the program that started it.
 */
public class StartNode {
  /** Never returns. */
  public static void main(String[] arguments) throws Exception {
    // First of all: the parent may be gone before the node is there.
    Thread input = endWithInput();
    LogConfigurator.configureESLogging();
    Environment environment =
        InternalSettingsPreparer.prepareEnvironment(
            settings(arguments[0], arguments[1]),
            Map.of(),
            Path.of(arguments[1], "config"),
            () -> "tests");
    List<Plugin> plugins = List.of(new Netty4Plugin(), new EnglishAnalysisPlugin());
    Node node = new ClasspathNode(environment, plugins);
    node.start();
    HttpServerTransport http = node.injector().getInstance(HttpServerTransport.class);
    System.out.println("ES_READY " + http.boundAddress().publishAddress().getPort());
    // None of the node's own threads keeps the process alive.
    input.join();
  }

  private static Settings settings(String port, String home) {
    return Settings.builder()
        .put("path.home", home)
        .put("cluster.name", "tests")
        .put("node.name", "tests")
        .put("discovery.type", "single-node")
        .put("network.host", "127.0.0.1")
        .put("http.port", port)
        .put("transport.port", "0")
        // A small machine is no reason for a test to fail.
        .put("node.processors", 1)
        .put("indices.breaker.total.use_real_memory", false)
        .put("cluster.routing.allocation.disk.threshold_enabled", false)
        .build();
  }

  /** At once: an orderly end could hang, and what was acknowledged is on disk. */
  private static Thread endWithInput() {
    Thread watch =
        new Thread(
            () -> {
              try {
                while (System.in.read() != -1) {}
              } catch (IOException closed) {
                // The same as its end.
              }
              Runtime.getRuntime().halt(0);
            });
    watch.setDaemon(true);
    watch.start();
    return watch;
  }
}
