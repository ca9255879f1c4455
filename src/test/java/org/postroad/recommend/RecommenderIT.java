package org.postroad.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postroad.PostroadTest;
import org.postroad.catalog.Article;
import org.postroad.catalog.Catalog;
import org.postroad.customer.Customer;
import org.postroad.customer.Customers;
import org.postroad.customer.profile.Profiles;
import org.postroad.event.EventIntake;
import org.postroad.feature.SmallShop;
import org.postroad.sql.SqlValues;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostroadTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecommenderIT {

    @Autowired
    Recommender recommender;

    @Autowired
    Customers customers;

    @Autowired
    Profiles profiles;

    @Autowired
    CoPurchases coPurchases;

    @Autowired
    ProductModels models;

    @Autowired
    Catalog catalog;

    @Autowired
    EventIntake intake;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private SmallShop shop;

    @BeforeAll
    void othersBuyShoesWithSocksAndATracker() {
        shop = new SmallShop("rec", catalog, intake, clock.instant())
                .sells("shoes", "shoes", 130, 60, "running", "beginner")
                .sells("new-shoes", "shoes", 140, 70, "running")
                .sells("socks", "accessories", 20, 8)
                .sells("tracker", "trackers", 80, 40)
                .sells("kettle", "camping", 40, 20)
                .publishes("first-marathon", "running", "marathon", "beginner")
                .publishes("couch-to-5k", "running", "beginner")
                .publishes("knots", "camping");
        for (int i = 0; i < 8; i++) {
            shop.ordered("runner" + i, 30 + i, null, "shoes", "socks").ordered("camper" + i, 30 + i, null, "kettle");
        }
        for (int i = 0; i < 4; i++) {
            shop.ordered("athlete" + i, 30 + i, null, "shoes", "tracker");
        }
        shop.ordered("longAgo", 500, null, "shoes", "kettle");
        recordEvents();
    }

    @Test
    void recommendsCoPurchasesMostSimilarFirst() {
        assertThat(boughtTogetherWith("sarah", "shoes")).containsExactly("socks", "tracker");
    }

    @Test
    void omitsProductsThatTheCustomerOwns() {
        shop.ordered("owner", 3, null, "socks");
        recordEvents();
        assertThat(boughtTogetherWith("owner", "shoes")).containsExactly("tracker");
    }

    @Test
    void fallsBackToTheCategoryForAProductWithoutOrders() {
        assertThat(boughtTogetherWith("sarah", "new-shoes")).startsWith("socks");
        assertThat(boughtTogetherWith("sarah", "new-shoes")).doesNotContain("kettle", "new-shoes");
    }

    @Test
    void recommendsNothingForAProductBoughtAlone() {
        assertThat(boughtTogetherWith("sarah", "kettle")).isEmpty();
    }

    @Test
    void suggestsUnreadArticlesFirst() {
        shop.happened("anne", "signed_up", 3, Map.of());
        recordEvents();
        assertThat(articles("anne", "shoes")).first().isEqualTo("couch-to-5k");
        shop.happened("sarah", "article_read", 3, Map.of("articleId", shop.id("couch-to-5k")));
        recordEvents();
        assertThat(articles("sarah", "shoes")).containsExactly("first-marathon", "couch-to-5k");
    }

    @Test
    void suggestsUnseenArticlesBeforeMailedOnes() {
        shop.happened("subscriber", "signed_up", 3, Map.of());
        recordEvents();
        catalog.articles().stream()
                .filter(article -> article.id().equals(shop.id("couch-to-5k")))
                .forEach(article -> mailed("subscriber", String.valueOf(article.url())));
        assertThat(articles("subscriber", "shoes")).containsExactly("first-marathon", "couch-to-5k");
    }

    @Test
    void suggestsWhatGoesWithThePurchasesThenProductsOfTheCustomersCategories() {
        shop.ordered("walker", 3, null, "shoes");
        shop.happened("reader", "signed_up", 3, Map.of("interests", List.of(shop.id("camping"), "no such thing")));
        recordEvents();
        assertThat(suggestions("walker")).startsWith("socks", "kettle", "new-shoes");
        assertThat(suggestions("reader")).startsWith("kettle");
    }

    @Test
    void suggestsArticlesOnStatedInterests() {
        shop.happened("likes-knots", "signed_up", 3, Map.of("interests", List.of("Camping")));
        recordEvents();
        assertThat(articles("likes-knots", "tracker")).containsExactly("knots");
    }

    private void mailed(String customer, String address) {
        jdbc.sql(
                        "insert into tracked_message values (gen_random_uuid(), :customer, gen_random_uuid(), 'digest', 'send', 'digest', '', null, array[:address], :now)")
                .param("customer", shop.id(customer))
                .param("address", address)
                .param("now", SqlValues.timestamp(clock.instant()))
                .update();
    }

    private void recordEvents() {
        shop.recordEvents();
        workScheduler.runDue();
        coPurchases.refresh();
        models.refresh();
    }

    private List<String> boughtTogetherWith(String customer, String product) {
        return recommender.boughtTogetherWith(List.of(shop.id(product)), profiles.of(shop.id(customer)), 3).stream()
                .map(each -> each.product().name())
                .toList();
    }

    private List<String> suggestions(String customer) {
        return recommender.newTo(known(customer), profiles.of(shop.id(customer)), 3).stream()
                .map(each -> each.product().name())
                .toList();
    }

    private Customer known(String customer) {
        return customers.find(shop.id(customer)).orElseThrow();
    }

    private List<String> articles(String customer, String product) {
        return recommender
                .articlesFor(known(customer), profiles.of(shop.id(customer)), List.of(shop.id(product)), 5)
                .stream()
                .filter(article -> article.id().startsWith("rec-"))
                .map(Article::title)
                .toList();
    }
}
