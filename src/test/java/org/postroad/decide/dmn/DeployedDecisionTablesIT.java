package org.postroad.decide.dmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.postroad.PostroadTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What is known of the tables without asking is right at once after a deployment on this node. */
@PostroadTest
class DeployedDecisionTablesIT {

    @Autowired
    DeployedDecisionTables tables;

    @Autowired
    RepositoryService repository;

    @Test
    void usesTheLatestVersionAtOnce() throws Exception {
        String table = Files.readString(Path.of("dmn/lead-score.dmn")).replace("\"lead-score\"", "\"lead-rank\"");
        String first = deploy(table);
        assertThat(tables.latest("lead-rank").name()).isEqualTo("lead-rank v1");

        String second = deploy(table.replace("<description>", "<description>Anew: "));
        assertThat(tables.latest("lead-rank").name()).isEqualTo("lead-rank v2");

        repository.deleteDeployment(second);
        assertThat(tables.latest("lead-rank").name()).isEqualTo("lead-rank v1");
        repository.deleteDeployment(first);
        assertThatThrownBy(() -> tables.latest("lead-rank")).hasMessageContaining("no decision table 'lead-rank'");
    }

    private String deploy(String table) {
        return repository
                .createDeployment()
                .addString("lead-rank.dmn", table)
                .deploy()
                .getId();
    }
}
