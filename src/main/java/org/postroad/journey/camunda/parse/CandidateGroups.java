package org.postroad.journey.camunda.parse;

import java.util.Arrays;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.identity.WritableIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.postroad.journey.camunda.expression.ExpressionCheck;

/**
 * Creates the candidate groups of a diagram's user tasks that do not exist yet, and gives them access to Tasklist. Members
 * of such a group see its tasks; the engine grants these task by task.
 */
public final class CandidateGroups {

    private static final String TYPE = "journeys";
    private static final String TASKLIST = "tasklist";

    private CandidateGroups() {}

    /** Inside an engine command. Needs no authorization: whoever may deploy a journey may name its candidate groups. */
    public static void create(Element definitions, CommandContext context) {
        context.runWithoutAuthorization(within -> {
            namedIn(definitions)
                    .filter(group -> within.getReadOnlyIdentityProvider().findGroupById(group) == null)
                    .forEach(group -> create(group, within));
            return null;
        });
    }

    private static Stream<String> namedIn(Element definitions) {
        return BpmnElement.allIn(definitions)
                .filter(bpmnElement -> bpmnElement.is("userTask"))
                .flatMap(bpmnElement -> bpmnElement.engineAttribute("candidateGroups").stream())
                .filter(groups -> !ExpressionCheck.isExpression(groups))
                .flatMap(groups -> Arrays.stream(groups.split(",")))
                .map(String::strip)
                .filter(group -> !group.isEmpty())
                .distinct();
    }

    private static void create(String id, CommandContext context) {
        WritableIdentityProvider identities = context.getWritableIdentityProvider();
        Group group = identities.createNewGroup(id);
        group.setName(id);
        group.setType(TYPE);
        identities.saveGroup(group);
        grant(id, Resources.APPLICATION, TASKLIST, Permissions.ACCESS, context);
        grant(id, Resources.FILTER, Authorization.ANY, Permissions.READ, context);
    }

    private static void grant(
            String group, Resource resource, String id, Permission permission, CommandContext context) {
        AuthorizationEntity grant = new AuthorizationEntity(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.addPermission(permission);
        context.getAuthorizationManager().insert(grant);
    }
}
