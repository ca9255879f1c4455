package org.postroad.bench;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroad.CountingDataSource;
import org.postroad.CountingDataSource.Statements;

/**
 * What a node asks its database while nothing happens: all stock journeys are deployed, people wait in them, the inbox is
 * empty, and nothing is due. Counted at the data source: every execution of a statement (a JDBC batch is one), and every
 * borrowed connection.
 */
class IdleBench {

    private static final int PEOPLE = Scale.of(500);
    private static final int SECONDS = Integer.getInteger("bench.idle-seconds", 20);

    @Test
    void idle() throws Exception {
        try (RunningPostroad postroad = RunningPostroad.withGoods(List.of(CountingDataSource.Installed.class))) {
            postroad.send(new ShopMix(PEOPLE, 0, "waiting-").acquaintance());
            postroad.drain();
            Statements statements = postroad.bean(Statements.class);
            ResultTable.add(Rounds.of(3)
                    .measure("idle", "statements a second of an idle node, 16 journeys", "1/s", () -> {
                        await(statements);
                        return (double) statements.all().size() / SECONDS;
                    }));
            StatementCounts.print("idle", statements.all());
            ResultTable.add(Rounds.of(3)
                    .measure("idle-connections", "borrowed connections a second of an idle node", "1/s", () -> {
                        await(statements);
                        return (double) statements.borrowed() / SECONDS;
                    }));
        }
    }

    private static void await(Statements statements) {
        statements.clear();
        Pause.ofMillis(SECONDS * 1_000L);
    }
}
