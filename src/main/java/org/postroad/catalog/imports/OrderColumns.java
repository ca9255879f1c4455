package org.postroad.catalog.imports;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which column of a file of order lines holds which field: as mapped by the user, else by its heading. */
final class OrderColumns {

    /** The fields of an order line. Headings are compared without case, spaces and punctuation. */
    enum Field {
        CUSTOMER(true, "customerid", "customer", "customerno", "customernumber", "clientid", "userid", "buyerid"),
        ORDER(true, "orderid", "order", "orderno", "ordernumber", "invoiceno", "invoice", "invoiceid", "transactionid"),
        PRODUCT(true, "productid", "product", "sku", "stockcode", "itemid", "item", "articleno", "variantid"),
        QUANTITY(true, "quantity", "qty", "pieces", "units", "itemquantity"),
        PRICE(true, "unitprice", "price", "itemprice", "priceperunit"),
        TIME(true, "orderdate", "invoicedate", "time", "timestamp", "date", "datetime", "createdat", "orderedat"),
        NAME(false, "productname", "description", "name", "title", "itemname");

        private final boolean required;
        private final List<String> headings;

        Field(boolean required, String... headings) {
            this.required = required;
            this.headings = List.of(headings);
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Field named(String word) {
            return Arrays.stream(values())
                    .filter(field -> field.word().equals(word.strip().toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new ImportRefused("--map knows no '" + word + "'; it knows "
                            + Arrays.stream(values()).map(Field::word).collect(Collectors.joining(", ")) + "."));
        }
    }

    private final Map<Field, Integer> indexes = new EnumMap<>(Field.class);
    private final List<String> header;

    /** @param mapped headings of columns, by the name of the field */
    OrderColumns(List<String> header, Map<String, String> mapped) {
        this.header = header.stream().map(String::strip).toList();
        mapped.forEach((word, heading) -> indexes.put(Field.named(word), indexOf(word, heading)));
        Set<Integer> used = new HashSet<>(indexes.values());
        for (Field field : Field.values()) {
            if (!indexes.containsKey(field)) {
                guess(field, used).ifPresent(index -> indexes.put(field, index));
                used.addAll(indexes.values());
            }
        }
        Arrays.stream(Field.values())
                .filter(field -> field.required && !indexes.containsKey(field))
                .findFirst()
                .ifPresent(this::refuseMissing);
    }

    /** The field's text on a line, stripped; empty if the line has none. */
    String text(List<String> line, Field field) {
        int index = indexes.getOrDefault(field, -1);
        return index < 0 || index >= line.size() ? "" : line.get(index).strip();
    }

    /** How many values a complete line has. */
    int width() {
        return header.size();
    }

    String heading(Field field) {
        return header.get(indexes.getOrDefault(field, 0));
    }

    @Override
    public String toString() {
        return indexes.entrySet().stream()
                .map(each -> each.getKey().word() + "=" + header.get(each.getValue()))
                .collect(Collectors.joining(","));
    }

    private Integer indexOf(String word, String heading) {
        int index = header.indexOf(heading.strip());
        if (index < 0) {
            throw new ImportRefused(
                    "--map %s=%s: the file has no column '%s'. %s".formatted(word, heading, heading, itsColumns()));
        }
        return index;
    }

    private Optional<Integer> guess(Field field, Set<Integer> used) {
        return field.headings.stream()
                .flatMap(known -> indexesOf(known).stream())
                .filter(index -> !used.contains(index))
                .findFirst();
    }

    private List<Integer> indexesOf(String known) {
        return IntStream.range(0, header.size())
                .filter(index -> normalised(header.get(index)).equals(known))
                .boxed()
                .toList();
    }

    private static String normalised(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private void refuseMissing(Field missing) {
        throw new ImportRefused("No column of the file is known to hold the %s. %s Say which one it is: --map %s=COLUMN"
                .formatted(missing.word(), itsColumns(), missing.word()));
    }

    private String itsColumns() {
        return "Its columns are: " + String.join(", ", header) + ".";
    }
}
