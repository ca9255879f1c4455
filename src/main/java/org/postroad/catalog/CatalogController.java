package org.postroad.catalog;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.postroad.event.Receipt;
import org.postroad.json.BadInput;
import org.postroad.json.BodyEntry;
import org.postroad.json.JsonFields;
import org.postroad.json.RequestBodies;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Products, articles and offers over REST: put one, put many, get one. A put replaces the whole entry. */
@RestController
@Tag(name = "Catalog")
class CatalogController {

    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final String MANY =
            "An array, or one a line (application/x-ndjson); at most 1,000 or 1 MiB. One that is refused does not affect"
                    + " the others.";

    private final RequestBodies requestBodies;
    private final Catalog catalog;

    CatalogController(RequestBodies requestBodies, Catalog catalog) {
        this.requestBodies = requestBodies;
        this.catalog = catalog;
    }

    @PutMapping(path = "/api/products/{id}", consumes = JSON)
    @Operation(summary = "Put a product", description = "Replaces what was known of it. Prices are kept to the cent.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Product.class)))
    Product putProduct(@PathVariable String id, HttpServletRequest request) throws IOException {
        Product product = CatalogReader.product(JsonFields.ofWithId(requestBodies.value(request), "a product", id));
        catalog.putProducts(List.of(product));
        return product;
    }

    @PostMapping(
            path = "/api/products",
            consumes = {JSON, RequestBodies.NDJSON})
    @Operation(summary = "Put many products", description = MANY)
    @RequestBody(content = @Content(schema = @Schema(implementation = Product[].class)))
    Receipt putProducts(HttpServletRequest request) throws IOException {
        return putAll(requestBodies.entries(request), "a product", CatalogReader::product, catalog::putProducts);
    }

    @GetMapping("/api/products/{id}")
    @Operation(summary = "Get a product")
    Product product(@PathVariable String id) {
        return catalog.product(id).orElseThrow(() -> unknown("product", id));
    }

    @PutMapping(path = "/api/articles/{id}", consumes = JSON)
    @Operation(summary = "Put an article", description = "Replaces what was known of it.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Article.class)))
    Article putArticle(@PathVariable String id, HttpServletRequest request) throws IOException {
        Article article = CatalogReader.article(JsonFields.ofWithId(requestBodies.value(request), "an article", id));
        catalog.putArticles(List.of(article));
        return article;
    }

    @PostMapping(
            path = "/api/articles",
            consumes = {JSON, RequestBodies.NDJSON})
    @Operation(summary = "Put many articles", description = MANY)
    @RequestBody(content = @Content(schema = @Schema(implementation = Article[].class)))
    Receipt putArticles(HttpServletRequest request) throws IOException {
        return putAll(requestBodies.entries(request), "an article", CatalogReader::article, catalog::putArticles);
    }

    @GetMapping("/api/articles/{id}")
    @Operation(summary = "Get an article")
    Article article(@PathVariable String id) {
        return catalog.article(id).orElseThrow(() -> unknown("article", id));
    }

    @PutMapping(path = "/api/offers/{id}", consumes = JSON)
    @Operation(summary = "Put an offer", description = "Replaces what was known of it. Codes given out stay good.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Offer.class)))
    Offer putOffer(@PathVariable String id, HttpServletRequest request) throws IOException {
        Offer offer = CatalogReader.offer(JsonFields.ofWithId(requestBodies.value(request), "an offer", id));
        catalog.putOffers(List.of(offer));
        return offer;
    }

    @PostMapping(
            path = "/api/offers",
            consumes = {JSON, RequestBodies.NDJSON})
    @Operation(summary = "Put many offers", description = MANY)
    @RequestBody(content = @Content(schema = @Schema(implementation = Offer[].class)))
    Receipt putOffers(HttpServletRequest request) throws IOException {
        return putAll(requestBodies.entries(request), "an offer", CatalogReader::offer, catalog::putOffers);
    }

    @GetMapping("/api/offers/{id}")
    @Operation(summary = "Get an offer")
    Offer offer(@PathVariable String id) {
        return catalog.offer(id).orElseThrow(() -> unknown("offer", id));
    }

    private static ResponseStatusException unknown(String what, String id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no " + what + " '" + id + "'.");
    }

    private static <T> Receipt putAll(
            List<BodyEntry> entries, String what, Function<JsonFields, T> reader, Consumer<Collection<T>> store) {
        List<T> good = new ArrayList<>();
        List<Receipt.Remark> rejected = new ArrayList<>();
        for (int index = 0; index < entries.size(); index++) {
            try {
                good.add(reader.apply(JsonFields.of(entries.get(index), what)));
            } catch (BadInput refusal) {
                rejected.add(new Receipt.Remark(index, String.valueOf(refusal.getMessage())));
            }
        }
        if (!good.isEmpty()) {
            store.accept(good);
        }
        return new Receipt(good.size(), 0, rejected, List.of());
    }
}
