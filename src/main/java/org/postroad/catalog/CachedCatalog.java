package org.postroad.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The catalog in PostgreSQL, cached for two seconds. */
@Component
class CachedCatalog implements Catalog {

    private final Products products;
    private final Articles articles;
    private final Offers offers;
    private final ProductChanges changes;
    private final TransactionTemplate transaction;
    private final ShortLivedCache<String, Optional<Product>> productById = new ShortLivedCache<>();
    private final ShortLivedCache<String, List<Product>> productsByCategory = new ShortLivedCache<>();
    private final ShortLivedCache<String, List<Article>> allArticles = new ShortLivedCache<>();
    private final ShortLivedCache<String, List<Offer>> allOffers = new ShortLivedCache<>();

    CachedCatalog(
            Products products,
            Articles articles,
            Offers offers,
            ProductChanges changes,
            PlatformTransactionManager transactions) {
        this.products = products;
        this.articles = articles;
        this.offers = offers;
        this.changes = changes;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Optional<Product> product(String id) {
        return Optional.ofNullable(products(List.of(id)).get(id));
    }

    @Override
    public Map<String, Product> products(Collection<String> ids) {
        Map<String, Product> known = new HashMap<>();
        productById
                .getAll(new HashSet<>(ids), this::findAll)
                .forEach((id, product) -> product.ifPresent(found -> known.put(id, found)));
        return known;
    }

    private Map<String, Optional<Product>> findAll(Collection<String> ids) {
        Map<String, Product> known = products.find(ids);
        return ids.stream().collect(Collectors.toMap(Function.identity(), id -> Optional.ofNullable(known.get(id))));
    }

    @Override
    public List<Product> productsIn(String category) {
        return productsByCategory.get(category, products::inCategory);
    }

    @Override
    public Optional<Article> article(String id) {
        return articles().stream().filter(article -> article.id().equals(id)).findFirst();
    }

    @Override
    public List<Article> articles() {
        return allArticles.get("all", all -> articles.all());
    }

    @Override
    public Optional<Offer> offer(String id) {
        return offers().stream().filter(offer -> offer.id().equals(id)).findFirst();
    }

    @Override
    public List<Offer> offersFor(String slot) {
        return offers().stream().filter(offer -> offer.slots().contains(slot)).toList();
    }

    private List<Offer> offers() {
        return allOffers.get("all", all -> offers.all());
    }

    @Override
    public void putProducts(Collection<Product> replacements) {
        transaction.executeWithoutResult(status -> replace(replacements));
        productById.invalidateAll();
        productsByCategory.invalidateAll();
    }

    private void replace(Collection<Product> replacements) {
        Map<String, Product> now = new HashMap<>();
        replacements.forEach(product -> now.put(product.id(), product));
        List<ProductChange> changed = products.findForUpdate(now.keySet()).stream()
                .flatMap(before -> ProductChange.between(before, Objects.requireNonNull(now.get(before.id()))).stream())
                .toList();
        products.put(replacements);
        if (!changed.isEmpty()) {
            changes.add(changed);
        }
    }

    @Override
    public void putArticles(Collection<Article> replacements) {
        articles.put(replacements);
        allArticles.invalidateAll();
    }

    @Override
    public void putOffers(Collection<Offer> replacements) {
        offers.put(replacements);
        allOffers.invalidateAll();
    }
}
