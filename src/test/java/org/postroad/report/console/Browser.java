package org.postroad.report.console;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The installed Chromium. Driver and browser are given by path, so that nothing is downloaded. */
final class Browser implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--window-size=1280,900");

    private final ChromeDriver driver;
    private final String address;

    private Browser(Path driverFile, Path browserFile, String address) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browserFile.toFile());
        options.addArguments(FLAGS);
        options.addArguments("--user-data-dir=" + freshProfile());
        LoggingPreferences logging = new LoggingPreferences();
        logging.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logging);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driverFile.toFile())
                .usingAnyFreePort()
                .build();
        this.driver = new ChromeDriver(service, options);
        this.address = address;
        driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(60));
    }

    /** Empty if Chromium or its driver is not installed. */
    static Optional<Browser> at(String address) {
        return onPath("chromedriver")
                .flatMap(driver -> onPath("chromium")
                        .or(() -> onPath("google-chrome"))
                        .map(browser -> new Browser(driver, browser, address)));
    }

    private static Optional<Path> onPath(String program) {
        return Stream.concat(
                        Stream.of("/usr/bin"),
                        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path freshProfile() {
        try {
            return Files.createTempDirectory("postroad-browser");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void open(String path) {
        driver.get(address + path);
    }

    /** The path of the page that is shown. */
    String path() {
        return driver.getCurrentUrl().replace(address, "");
    }

    void type(String field, String text) {
        driver.findElement(By.name(field)).sendKeys(text);
    }

    /** Clicks the element and waits for the next page. */
    void press(String selector) {
        WebElement button = driver.findElement(By.cssSelector(selector));
        WebElement page = driver.findElement(By.tagName("html"));
        button.click();
        new WebDriverWait(driver, Duration.ofSeconds(60)).until(any -> isGone(page));
    }

    private static boolean isGone(WebElement element) {
        try {
            element.isEnabled();
            return false;
        } catch (StaleElementReferenceException e) {
            return true;
        }
    }

    String text(String selector) {
        return driver.findElement(By.cssSelector(selector)).getText();
    }

    String attribute(String selector, String name) {
        return String.valueOf(driver.findElement(By.cssSelector(selector)).getDomAttribute(name));
    }

    boolean shows(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream().anyMatch(WebElement::isDisplayed);
    }

    /** The computed value of a CSS property. */
    String css(String selector, String property) {
        return driver.findElement(By.cssSelector(selector)).getCssValue(property);
    }

    /** The text inside a frame. */
    String framed(String selector) {
        driver.switchTo().frame(driver.findElement(By.cssSelector(selector)));
        try {
            return driver.findElement(By.tagName("body")).getText();
        } finally {
            driver.switchTo().defaultContent();
        }
    }

    /** Whether the page is wider than a screen of this width. */
    boolean overflowsAt(int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 844, "deviceScaleFactor", 1, "mobile", true));
        Object overflow = driver.executeScript("return document.documentElement.scrollWidth > window.innerWidth");
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        return Boolean.TRUE.equals(overflow);
    }

    /** Warnings and errors in the browser's log since the last call. */
    List<String> warnings() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
