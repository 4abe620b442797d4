package org.elasticsearch.node;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.elasticsearch.env.Environment;
import org.elasticsearch.plugins.ClasspathPlugins;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.plugins.PluginsLoader;
import org.elasticsearch.plugins.PluginsService;

/**
 * A node without an installation round it. It is in this package because the constructor that takes
 * services is not public. The node of Elastic's own test framework refuses to run as root.
 */
public class ClasspathNode extends Node {
  /** Prepares one; {@code start()} starts it. */
  public ClasspathNode(Environment environment, List<Plugin> plugins) {
    super(
        NodeConstruction.prepareConstruction(
            environment, loaderOfNothing(), servicesWith(plugins), false));
  }

  private static PluginsLoader loaderOfNothing() {
    return PluginsLoader.createPluginsLoader(Set.of(), Set.of(), Map.of(), false);
  }

  private static NodeServiceProvider servicesWith(List<Plugin> plugins) {
    return new NodeServiceProvider() {
      @Override
      PluginsService newPluginService(Environment environment, PluginsLoader loader) {
        return new ClasspathPlugins(environment, loader, plugins);
      }
    };
  }
}
