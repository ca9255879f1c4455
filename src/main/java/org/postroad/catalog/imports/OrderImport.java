package org.postroad.catalog.imports;

import static org.postroad.catalog.imports.ImportProgress.grouped;

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
    private final OrderImportOptions wishes;
    private final Catalog catalog;
    private final ObjectMapper mapper;
    private final ImportProgress importProgress;

    OrderImport(
            OrderFile file,
            OrderImportOptions wishes,
            Catalog catalog,
            ObjectMapper mapper,
            ImportProgress importProgress) {
        this.file = file;
        this.wishes = wishes;
        this.catalog = catalog;
        this.mapper = mapper;
        this.importProgress = importProgress;
    }

    /** Lands all that can be read and returns how many lines there were. */
    long importInto(BatchedEventIntake batchedEventIntake, SkippedLines skipped) throws IOException {
        importProgress.println("Columns: " + file.columns());
        OrderFileScan survey = file.scan();
        importProgress.println("%s lines, %s orders.".formatted(grouped(survey.lines()), grouped(survey.orders())));
        if (wishes.createProducts()) {
            int made = putUnknownProducts(survey.products(wishes.currency()));
            importProgress.println(grouped(made) + " products were new to the catalog.");
        }
        file.read(
                survey,
                skipped,
                importedOrder -> batchedEventIntake.add(
                        importedOrder.purchased(wishes.source(), wishes.currency(), mapper),
                        importedOrder.lineNumbers()));
        batchedEventIntake.flush();
        return survey.lines();
    }

    /** A product that the catalog has is left as it is. */
    private int putUnknownProducts(List<Product> products) {
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
    record OrderImportOptions(String source, Optional<String> currency, boolean createProducts, Set<String> noGoods) {}
}
