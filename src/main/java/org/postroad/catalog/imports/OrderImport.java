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

/** Imports a file of order lines: first the products that the catalog lacks, then the orders. */
final class OrderImport {

    private final OrderFile file;
    private final OrderImportOptions options;
    private final Catalog catalog;
    private final ObjectMapper mapper;
    private final ImportProgress progress;

    OrderImport(
            OrderFile file, OrderImportOptions options, Catalog catalog, ObjectMapper mapper, ImportProgress progress) {
        this.file = file;
        this.options = options;
        this.catalog = catalog;
        this.mapper = mapper;
        this.progress = progress;
    }

    /** Imports all lines that can be read, and returns how many lines there were. */
    long importInto(BatchedEventIntake intake, SkippedLines skipped) throws IOException {
        progress.println("Columns: " + file.columns());
        OrderFileScan scan = file.scan();
        progress.println("%s lines, %s orders.".formatted(grouped(scan.lines()), grouped(scan.orders())));
        if (options.createProducts()) {
            int created = putUnknownProducts(scan.products(options.currency()));
            progress.println(grouped(created) + " products were new to the catalog.");
        }
        file.read(
                scan,
                skipped,
                order ->
                        intake.add(order.purchased(options.source(), options.currency(), mapper), order.lineNumbers()));
        intake.flush();
        return scan.lines();
    }

    /** Leaves products that the catalog has as they are. */
    private int putUnknownProducts(List<Product> products) {
        Set<String> ids = new HashSet<>(products.stream().map(Product::id).toList());
        Set<String> known = catalog.products(ids).keySet();
        List<Product> unknown = products.stream()
                .filter(product ->
                        !known.contains(product.id()) && !options.noGoods().contains(product.id()))
                .toList();
        catalog.putProducts(unknown);
        return unknown.size();
    }

    /**
     * The command's options for orders.
     *
     * @param source separates the orders of different shops that use the same numbers
     * @param currency of all prices in the file
     * @param createProducts whether to create products that the catalog lacks
     * @param noGoods ids that are no products, such as postage
     */
    record OrderImportOptions(String source, Optional<String> currency, boolean createProducts, Set<String> noGoods) {}
}
