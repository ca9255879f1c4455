package org.postroad.journey.camunda.session;

import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.impl.cmd.AbstractDeleteProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetProcessDefinitionStateCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByIdsCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.postroad.decide.TableDeployments;
import org.postroad.sql.AfterCommit;

/**
 * Counts the changes to the deployed journeys and decision tables that this node makes: deployments, deletions, suspensions and activations, by
 * whatever way they come (Modeler, Cockpit, REST, a pause). Each counts once it is committed.
 */
public final class DefinitionChanges extends CommandInterceptor implements TableDeployments {

    private final AtomicLong changes = new AtomicLong();

    @Override
    public long count() {
        return changes.get();
    }

    @Override
    public <T> T execute(Command<T> command) {
        T result = next.execute(command);
        if (command instanceof DeployCmd
                || command instanceof DeleteDeploymentCmd
                || command instanceof DeleteProcessDefinitionsByIdsCmd
                || command instanceof AbstractDeleteProcessDefinitionCmd
                || command instanceof AbstractSetProcessDefinitionStateCmd) {
            AfterCommit.run(changes::incrementAndGet);
        }
        return result;
    }
}
