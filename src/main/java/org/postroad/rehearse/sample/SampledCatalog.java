package org.postroad.rehearse.sample;

import java.util.List;
import java.util.stream.Stream;
import org.postroad.catalog.Article;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Offer;
import org.postroad.catalog.Product;

/** The installation's catalog, as it is. */
record SampledCatalog(List<Product> products, List<Article> articles, List<Offer> offers) {

    void putInto(Catalog catalog) {
        catalog.putProducts(products);
        catalog.putArticles(articles);
        catalog.putOffers(offers);
    }

    /** Products that somebody can buy in a simulation: with a price, and with a category. */
    List<Product> goods() {
        return products.stream()
                .filter(product -> product.price() != null && product.category() != null)
                .toList();
    }

    /** Names of things and of kinds of things: they name no person. */
    Stream<String> words() {
        return Stream.of(
                        products.stream()
                                .flatMap(product -> Stream.concat(
                                        Stream.of(product.id()),
                                        Stream.concat(Stream.ofNullable(product.category()), product.tags().stream()))),
                        articles.stream()
                                .flatMap(article -> Stream.concat(Stream.of(article.id()), article.topics().stream())),
                        offers.stream().flatMap(offer -> Stream.concat(Stream.of(offer.id()), offer.slots().stream())))
                .flatMap(words -> words);
    }
}
