package yomitori.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A real Chromium without a window, as one person uses it. {@code ./yomitori test} installs it;
 * nothing is ever downloaded by the driver.
 */
public final class Browser implements AutoCloseable {

  /** The smallest screen of an office. */
  public static final Dimension SMALL = new Dimension(1366, 768);

  /** The usual screen of an office. */
  public static final Dimension LARGE = new Dimension(1920, 1080);

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** What axe calls these keeps people out; the rest are hints. */
  private static final Set<String> SERIOUS = Set.of("serious", "critical");

  private static final Path SCREENS = Path.of("target", "screens");

  /** Selenium warns of every browser that is newer than itself; held, or Java forgets the level. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private final ChromeDriver driver;

  /**
   * Starts a browser.
   *
   * @param language what it asks pages for: ja or en
   */
  public Browser(String language) {
    SELENIUM.setLevel(Level.SEVERE);
    System.setProperty("webdriver.chrome.driver", "/usr/bin/chromedriver");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.setCapability("goog:loggingPrefs", logs);
    options.setExperimentalOption("prefs", Map.of("intl.accept_languages", language));
    // Containers run as root and have little shared memory.
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--hide-scrollbars",
        "--force-device-scale-factor=1",
        "--lang=" + language);
    driver = new ChromeDriver(options);
    size(SMALL);
  }

  /** The driver, for what is not here. */
  public WebDriver driver() {
    return driver;
  }

  /** Makes the page's own area so large. */
  public void size(Dimension size) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            size.getWidth(),
            "height",
            size.getHeight(),
            "deviceScaleFactor",
            1,
            "mobile",
            false));
  }

  /** Goes to an address. */
  public void open(String address) {
    driver.get(address);
  }

  /** What a CSS selector finds, as soon as it is there. */
  public WebElement find(String selector) {
    return await(d -> d.findElements(By.cssSelector(selector)).stream().findFirst().orElse(null));
  }

  /** Types into a field, in place of what is there. */
  public void fill(String selector, String text) {
    WebElement field = find(selector);
    field.clear();
    field.sendKeys(text);
  }

  /** Presses what a CSS selector finds. */
  public void click(String selector) {
    find(selector).click();
  }

  /**
   * Presses a button that leads to another page, and waits for that one. The page that is left is
   * known by a mark on it: asking one of its elements while it goes away is a race.
   */
  public void submit(String selector) {
    driver.executeScript("window.left = true");
    click(selector);
    await(
        d ->
            Boolean.TRUE.equals(
                    driver.executeScript(
                        "return !window.left && document.readyState === 'complete'"))
                ? true
                : null);
  }

  /** All that the page says. */
  public String text() {
    return find("body").getText();
  }

  /** Waits until something is there. */
  public <T> T await(Function<WebDriver, T> condition) {
    return new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50)).until(condition);
  }

  /** Keeps a picture of what is to be seen, in target/screens. */
  public void screenshot(String name) {
    try {
      Files.createDirectories(SCREENS);
      Files.write(SCREENS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The page keeps nobody out, nothing of it sticks out at the side, and the browser had nothing to
   * complain of: no forbidden style or script, nothing that is missing.
   */
  public void assertSound() {
    List<Rule> violations = new AxeBuilder().analyze(driver).getViolations();
    assertThat(violations.stream().filter(rule -> SERIOUS.contains(rule.getImpact())))
        .as("axe at %s", driver.getCurrentUrl())
        .isEmpty();
    assertThat(driver.executeScript("return document.documentElement.scrollWidth - innerWidth"))
        .as("pixels that stick out at the side of %s", driver.getCurrentUrl())
        .isEqualTo(0L);
    assertThat(complaints()).as("the browser's log at %s", driver.getCurrentUrl()).isEmpty();
  }

  /** What the browser complained of since the last time, but for refusals that are meant. */
  private List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .filter(message -> !message.matches(".*the server responded with a status of 4\\d\\d.*"))
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
