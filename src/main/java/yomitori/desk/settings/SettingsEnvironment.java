package yomitori.desk.settings;

import java.util.EnumMap;
import java.util.Map;

/** Settings of the environment, such as {@code YOMITORI_DESK_WEB_PORT=8081}. */
final class SettingsEnvironment {

  private SettingsEnvironment() {}

  /**
   * @throws SettingsException if a variable names no setting, or one that cannot be so
   */
  static Map<Setting, String> read(Map<String, String> environment) {
    Map<Setting, String> texts = new EnumMap<>(Setting.class);
    environment.forEach(
        (variable, text) -> {
          if (variable.startsWith(Setting.ENVIRONMENT_PREFIX)) {
            Setting setting =
                Setting.ofVariable(variable)
                    .orElseThrow(() -> new SettingsException("unknown.variable", variable));
            if (!setting.kind().takes(text)) {
              throw new SettingsException("wrong.variable", variable, text);
            }
            texts.put(setting, setting.kind().isList() ? Kind.joined(Kind.split(text)) : text);
          }
        });
    return texts;
  }
}
