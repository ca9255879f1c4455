package org.postroad.shop.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.postroad.catalog.Article;
import org.postroad.catalog.Offer;
import org.postroad.catalog.Product;

/** Reads the assortment from the lists beside this class. */
public final class AssortmentReader {

    private static final CSVFormat LIST = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setNullString("")
            .get();

    private final String images;
    private final Map<String, Map<String, Object>> reviews;

    /** @param images where pictures are served, an absolute address without a slash at the end */
    public AssortmentReader(String images) {
        this.images = images;
        this.reviews = read("reviews.csv", line -> Map.entry(line.get("productId"), review(line))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public Assortment assortment() {
        return new Assortment(
                read("products.csv", this::product),
                read("articles.csv", this::article),
                read("offers.csv", this::offer),
                ShopCategory::of);
    }

    /** What stands for a category, or for another subject, as the path of a drawing. */
    public Map<String, String> pictograms() {
        return read("pictograms.csv", line -> Map.entry(line.get("subject"), line.get("path"))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Product product(CSVRecord line) {
        String id = line.get("id");
        return new Product(
                id,
                line.get("name"),
                line.get("brand"),
                line.get("category"),
                new BigDecimal(line.get("price")),
                "EUR",
                new BigDecimal(line.get("cost")),
                "https://shop.example/products/" + id,
                images + "/" + id + ".png",
                listed(line, "tags"),
                100,
                whole(line.get("consumableDays")),
                reviews.getOrDefault(id, Map.of()));
    }

    /** What buyers say, as the attributes that letters read. */
    private static Map<String, Object> review(CSVRecord line) {
        Map<String, Object> said = new HashMap<>();
        said.put("rating", new BigDecimal(line.get("rating")));
        said.put("reviews", Integer.valueOf(line.get("reviews")));
        if (line.get("review") != null) {
            said.put("review", line.get("review"));
            said.put("reviewer", line.get("reviewer"));
        }
        return said;
    }

    private Article article(CSVRecord line) {
        String id = line.get("id");
        return new Article(
                id,
                line.get("title"),
                line.get("summary"),
                listed(line, "topics"),
                "https://shop.example/journal/" + id,
                null,
                Map.of());
    }

    private Offer offer(CSVRecord line) {
        return new Offer(
                line.get("id"),
                line.get("name"),
                Offer.Kind.valueOf(line.get("kind")),
                new BigDecimal(line.get("value")),
                new BigDecimal(line.get("cost")),
                listed(line, "slots"),
                line.get("codePrefix"),
                Duration.parse(line.get("validFor")),
                Map.of());
    }

    private static List<String> listed(CSVRecord line, String column) {
        return List.of(line.get(column).split(";"));
    }

    private static @Nullable Integer whole(@Nullable String number) {
        return number == null ? null : Integer.valueOf(number);
    }

    private static <T> List<T> read(String name, Function<CSVRecord, T> row) {
        InputStream stream = Objects.requireNonNull(AssortmentReader.class.getResourceAsStream(name), name);
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return LIST.parse(reader).stream().map(row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the shop's list " + name, e);
        }
    }
}
