package org.postroad.catalog.imports;

import static org.postroad.catalog.imports.Progress.grouped;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Product;

/** Imports a file of order lines: the products that the catalog lacks, then the orders. */
final class OrderImport {

    private final OrderFile file;
    private final OrderWishes wishes;
    private final Catalog catalog;
    private final ObjectMapper mapper;
    private final Progress progress;

    OrderImport(OrderFile file, OrderWishes wishes, Catalog catalog, ObjectMapper mapper, Progress progress) {
        this.file = file;
        this.wishes = wishes;
        this.catalog = catalog;
        this.mapper = mapper;
        this.progress = progress;
    }

    /** Lands all that can be read and returns how many lines there were. */
    long landIn(Landing landing, SkippedLines skipped) throws IOException {
        progress.say("Columns: " + file.columns());
        OrderSurvey survey = file.survey();
        progress.say("%s lines, %s orders.".formatted(grouped(survey.lines()), grouped(survey.orders())));
        if (wishes.createProducts()) {
            int made = putNew(survey.products(wishes.currency()));
            progress.say(grouped(made) + " products were new to the catalog.");
        }
        file.read(
                survey,
                skipped,
                order ->
                        landing.land(order.purchased(wishes.source(), wishes.currency(), mapper), order.lineNumbers()));
        landing.flush();
        return survey.lines();
    }

    /** A product that the catalog has is left as it is. */
    private int putNew(List<Product> products) {
        Set<String> ids = new HashSet<>(products.stream().map(Product::id).toList());
        Set<String> known = catalog.products(ids).keySet();
        List<Product> unknown = products.stream()
                .filter(product ->
                        !known.contains(product.id()) && !wishes.noGoods().contains(product.id()))
                .toList();
        catalog.putProducts(unknown);
        return unknown.size();
    }

    /**
     * What was asked for beside the file.
     *
     * @param source keeps the orders of different shops apart
     * @param currency of all prices in the file, if told
     * @param createProducts whether to make products that the catalog lacks
     * @param noGoods products that are none, such as postage
     */
    record OrderWishes(String source, Optional<String> currency, boolean createProducts, Set<String> noGoods) {}
}
