package org.postroad.segment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.postroad.customer.Customers;
import org.postroad.customer.profile.Profiles;
import org.postroad.segment.model.Behaviour;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The behaviour of all customers, page by page, and of a sample of them. */
@Repository
class AllCustomers {

    private static final int PAGE = 500;
    private static final int SAMPLE = 10_000;
    private static final String SEED = "segments";

    private final JdbcClient jdbc;
    private final Customers customers;
    private final Profiles profiles;
    private final TransactionTemplate transactions;

    AllCustomers(JdbcClient jdbc, Customers customers, Profiles profiles, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.profiles = profiles;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Of at most {@value #SAMPLE} customers; the same ones as long as there are no others. */
    List<Behaviour> sample(Instant now) {
        return profiles.sample(SAMPLE, SEED).values().stream()
                .map(profile -> Behaviours.of(profile, now))
                .toList();
    }

    /** Hands over {@value #PAGE} customers at a time, by id, each page in a transaction of its own. */
    void eachPage(Instant now, Consumer<Map<String, Behaviour>> reader) {
        List<String> page = idsAfter("");
        while (!page.isEmpty()) {
            List<String> ids = page;
            transactions.executeWithoutResult(transaction -> reader.accept(behaviours(ids, now)));
            page = idsAfter(ids.get(ids.size() - 1));
        }
    }

    private List<String> idsAfter(String id) {
        return jdbc.sql("select id from customer where id > ? order by id limit ?")
                .params(id, PAGE)
                .query(String.class)
                .list();
    }

    private Map<String, Behaviour> behaviours(List<String> ids, Instant now) {
        customers.findAll(ids); // which expressions ask for one by one
        Map<String, Behaviour> behaviours = new TreeMap<>();
        profiles.ofAll(ids).forEach((id, profile) -> behaviours.put(id, Behaviours.of(profile, now)));
        return behaviours;
    }
}
