package org.postroad.shop.server;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * What the simulation of this home was begun with, kept in {@code shop.properties} so that it goes on as the same one.
 *
 * @param opened when the history ends and life begins
 * @param historyTold whether the whole history has been written; if not, it is told again from the start
 */
public record ShopState(Instant opened, long seed, int customers, boolean historyTold) {

    private static final String FILE = "shop.properties";

    public static Optional<ShopState> load(Path home) {
        Path file = home.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Properties kept = new Properties();
            kept.load(reader);
            return Optional.of(from(kept));
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(
                    "The simulated shop cannot read " + file + ": " + e.getMessage()
                            + ". Mend the file, or switch the shop off with postroad.shop.enabled=false.",
                    e);
        }
    }

    private static ShopState from(Properties kept) {
        return new ShopState(
                Instant.parse(kept.getProperty("opened", "")),
                Long.parseLong(kept.getProperty("seed", "")),
                Integer.parseInt(kept.getProperty("customers", "")),
                Boolean.parseBoolean(kept.getProperty("history-told")));
    }

    ShopState withHistorySent() {
        return new ShopState(opened, seed, customers, true);
    }

    /** Replaces the file in one step, so that a crash leaves the old one or the new one. */
    void save(Path home) {
        Properties kept = new Properties();
        kept.setProperty("opened", opened.toString());
        kept.setProperty("seed", Long.toString(seed));
        kept.setProperty("customers", Integer.toString(customers));
        kept.setProperty("history-told", Boolean.toString(historyTold));
        try {
            Files.createDirectories(home);
            Path fresh = home.resolve(FILE + ".new");
            try (Writer writer = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
                kept.store(writer, "The simulated shop of this home");
            }
            Files.move(fresh, home.resolve(FILE), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The simulated shop cannot write " + home.resolve(FILE), e);
        }
    }
}
