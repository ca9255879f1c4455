package org.postroad.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@PostroadTest
class CatalogApiIT {

    @Autowired
    Environment environment;

    @Autowired
    Catalog catalog;

    @Autowired
    ObjectMapper json;

    Http application;

    @BeforeEach
    void logIn() {
        application = Http.withKey(environment);
    }

    @Test
    void putsAndGetsAProductWithUnknownFieldsAsAttributes() throws Exception {
        String product = """
                {"id":"shelf-runner","name":"Runner 2","brand":"Aurora","category":"running-shoes","price":129.90,
                 "currency":"EUR","cost":61.5,"url":"https://shop.example/runner-2","tags":["road","light","road"],"stock":12,
                 "colour":"red","attributes":{"drop":8,"gone":null}}""";

        HttpResponse<String> put = application.put("/api/products/shelf-runner", product);
        HttpResponse<String> got = application.get("/api/products/shelf-runner");

        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        assertThat(json.readTree(got.body())).isEqualTo(json.readTree("""
                        {"id":"shelf-runner","name":"Runner 2","brand":"Aurora","category":"running-shoes","price":129.90,
                         "currency":"EUR","cost":61.50,"url":"https://shop.example/runner-2","tags":["road","light"],"stock":12,
                         "attributes":{"colour":"red","drop":8}}"""));
        assertThat(catalog.productsIn("running-shoes")).extracting(Product::id).contains("shelf-runner");
    }

    @Test
    void replacesAProductAndShowsItAtOnce() {
        application.put("/api/products/shelf-boot", "{\"name\":\"Boot\",\"brand\":\"Fell\",\"category\":\"boots\"}");
        assertThat(catalog.product("shelf-boot").orElseThrow().brand()).isEqualTo("Fell");

        application.put("/api/products/shelf-boot", "{\"name\":\"Boot 2\",\"category\":\"boots\"}");

        Product boot = catalog.product("shelf-boot").orElseThrow();
        assertThat(boot.name()).isEqualTo("Boot 2");
        assertThat(boot.brand()).isNull();
        assertThat(catalog.productsIn("boots")).containsExactly(boot);
    }

    @Test
    void putsManyAndRejectsOnlyInvalidOnes() throws Exception {
        HttpResponse<String> answer = application.post("/api/products", "application/x-ndjson", """
                {"id":"shelf-a","name":"A"}
                {"id":"shelf-b","name":"B","price":"cheap"}
                not json
                {"id":"shelf-c","name":"C"}
                {"id":"shelf-c","name":"C again"}""");

        JsonNode receipt = json.readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(receipt.path("accepted").asInt()).isEqualTo(3);
        assertThat(receipt.path("rejected")).hasSize(2);
        assertThat(receipt.at("/rejected/0/index").asInt()).isEqualTo(1);
        assertThat(receipt.at("/rejected/0/reason").asText()).isEqualTo("price must be a number, but is text");
        assertThat(receipt.at("/rejected/1/reason").asText()).startsWith("line 3 is not JSON");
        assertThat(catalog.products(List.of("shelf-a", "shelf-b", "shelf-c")))
                .containsOnlyKeys("shelf-a", "shelf-c")
                .hasEntrySatisfying("shelf-c", c -> assertThat(c.name()).isEqualTo("C again"));
    }

    @Test
    void putsArticlesAndOffers() throws Exception {
        application.put(
                "/api/articles/shelf-marathon",
                "{\"title\":\"Your first marathon\",\"topics\":[\"running\"],\"minutes\":7}");
        HttpResponse<String> offers = application.post("/api/offers", """
                [{"id":"shelf-ship","name":"Free shipping","kind":"free_shipping","cost":4.90,"slots":["shelf-slot"],
                  "codePrefix":"SHIP","validFor":"P7D"},
                 {"id":"shelf-ten","name":"Ten","kind":"percent","value":10,"slots":["elsewhere"]}]""");

        assertThat(json.readTree(offers.body()).path("accepted").asInt())
                .as(offers.body())
                .isEqualTo(2);
        assertThat(catalog.article("shelf-marathon").orElseThrow().attributes()).containsEntry("minutes", 7);
        assertThat(catalog.offersFor("shelf-slot")).singleElement().satisfies(offer -> {
            assertThat(offer.kind()).isEqualTo(Offer.Kind.FREE_SHIPPING);
            assertThat(offer.validFor()).isEqualTo(Duration.ofDays(7));
        });
        assertThat(json.readTree(application.get("/api/offers/shelf-ship").body())
                        .path("kind")
                        .asText())
                .isEqualTo("free_shipping");
        assertThat(json.readTree(application.get("/api/articles/shelf-marathon").body())
                        .path("title")
                        .asText())
                .isEqualTo("Your first marathon");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "products | {} | name is missing",
                "products | {'name':7} | name must be text, but is a number",
                "products | {'id':'other','name':'x'} | id is 'other' in the body, but 'shelf-x' in the address",
                "products | {'name':'x','price':-1} | price must not be negative",
                "products | {'name':'x','stock':1.5} | stock must be a whole number below 2,147,483,648",
                "products | {'name':'x','tags':'red'} | tags must be a list, but is text",
                "products | {'name':'x','tags':['a',1]} | tags[1] must be text, but is a number",
                "products | {'name':'x','currency':'Euro'} | currency must be an ISO 4217 code such as EUR, but is 'Euro'",
                "products | {'name':'x','url':'javascript:alert(1)'} | url must be an http or https address, but is 'javascript:alert(1)'",
                "products | {'name':'x','attributes':[1]} | attributes must be an object, but is a list",
                "products | [1] | a product must be a JSON object, but this is a list",
                "articles | {'summary':'x'} | title is missing",
                "offers   | {'name':'x','kind':'bogof'} | kind must be one of free_shipping, percent, amount, gift, early_access, but is 'bogof'",
                "offers   | {'name':'x','kind':'percent','value':120} | value is per cent and must not be more than 100, but is 120",
                "offers   | {'name':'x','kind':'gift','validFor':'a week'} | validFor must be an ISO 8601 duration in days or hours such as P7D or PT48H, but is 'a week'",
                "offers   | {'name':'x','kind':'gift','codePrefix':'no spaces'} | codePrefix must be up to 20 capital letters and digits, but is 'no spaces'",
            })
    void answersInvalidInputWithASentence(String kind, String body, String sentence) throws Exception {
        HttpResponse<String> answer = application.put("/api/" + kind + "/shelf-x", body.replace('\'', '"'));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json.readTree(answer.body()).path("detail").asText()).isEqualTo(sentence);
        assertThat(application.get("/api/" + kind + "/shelf-x").statusCode()).isEqualTo(404);
    }

    @Test
    void answersNotFoundForAnUnknownProduct() throws Exception {
        HttpResponse<String> answer = application.get("/api/products/shelf-nothing");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json.readTree(answer.body()).path("detail").asText())
                .isEqualTo("There is no product 'shelf-nothing'.");
    }
}
