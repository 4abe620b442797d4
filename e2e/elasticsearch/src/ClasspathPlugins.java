package org.elasticsearch.plugins;

import java.util.List;
import org.elasticsearch.env.Environment;

/**
 * Plugins that stand on the class path, instead of in folders of an installation with a descriptor
 * each. It is in this package because only there can a loaded plugin be described.
 */
public class ClasspathPlugins extends PluginsService {
  private final List<LoadedPlugin> given;

  /** @param nothing a loader that found no folders. */
  public ClasspathPlugins(Environment environment, PluginsLoader nothing, List<Plugin> plugins) {
    super(environment.settings(), environment.configDir(), nothing);
    given = plugins.stream().map(ClasspathPlugins::describe).toList();
  }

  @Override
  protected List<LoadedPlugin> plugins() {
    return given;
  }

  private static LoadedPlugin describe(Plugin plugin) {
    String name = plugin.getClass().getName();
    PluginDescriptor descriptor =
        new PluginDescriptor(
            name, "", "", "", "17", name, null, List.of(), false, false, false, false);
    return new LoadedPlugin(descriptor, plugin, plugin.getClass().getClassLoader());
  }
}
