package org.postroad.security;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** The engine's users and groups: the one user store for console, Cockpit, REST and Modeler. */
@Component
public class EngineUsers {

    public static final String ADMIN = "admin";

    /** The group of applications with a bearer key: they may use the engine, but not manage its users. */
    static final String APPLICATIONS = "applications";

    private static final Set<Resources> NOT_FOR_APPLICATIONS = Set.of(
            Resources.USER,
            Resources.GROUP,
            Resources.GROUP_MEMBERSHIP,
            Resources.AUTHORIZATION,
            Resources.TENANT,
            Resources.TENANT_MEMBERSHIP,
            Resources.SYSTEM,
            Resources.OPERATION_LOG_CATEGORY,
            Resources.APPLICATION);

    private final IdentityService identity;
    private final AuthorizationService authorization;

    EngineUsers(IdentityService identity, AuthorizationService authorization) {
        this.identity = identity;
        this.authorization = authorization;
    }

    public boolean isEmpty() {
        return identity.createUserQuery().count() == 0;
    }

    /** False also for the right password while the engine makes the user wait after wrong ones. */
    boolean checkPassword(String name, String password) {
        return identity.checkPassword(name, password);
    }

    List<String> groupsOf(String name) {
        return identity.createGroupQuery().groupMember(name).list().stream()
                .map(Group::getId)
                .toList();
    }

    /** Creates the administrator if needed, sets this password, and unlocks the account. */
    public void ensureAdmin(String password) {
        User user = identity.createUserQuery().userId(ADMIN).singleResult();
        if (user == null) {
            user = identity.newUser(ADMIN);
            user.setFirstName("Postroad");
            user.setLastName("Administrator");
        }
        user.setPassword(password);
        identity.saveUser(user);
        identity.unlockUser(ADMIN);
        if (!groupsOf(ADMIN).contains(Groups.CAMUNDA_ADMIN)) {
            identity.createMembership(ADMIN, Groups.CAMUNDA_ADMIN);
        }
    }

    /** Creates the groups of administrators and applications with their authorizations, unless they exist. */
    public void ensureGroups() {
        ensureGroup(Groups.CAMUNDA_ADMIN, "Administrators", Groups.GROUP_TYPE_SYSTEM);
        ensureGroup(APPLICATIONS, "Applications with a key", Groups.GROUP_TYPE_SYSTEM);
        for (Resources resource : Resources.values()) {
            grantAll(Groups.CAMUNDA_ADMIN, resource);
            if (!NOT_FOR_APPLICATIONS.contains(resource)) {
                grantAll(APPLICATIONS, resource);
            }
        }
    }

    private void ensureGroup(String id, String name, String type) {
        if (identity.createGroupQuery().groupId(id).count() == 0) {
            Group group = identity.newGroup(id);
            group.setName(name);
            group.setType(type);
            identity.saveGroup(group);
        }
    }

    private void grantAll(String group, Resource resource) {
        boolean granted = authorization
                        .createAuthorizationQuery()
                        .groupIdIn(group)
                        .resourceType(resource)
                        .resourceId(Authorization.ANY)
                        .count()
                > 0;
        if (!granted) {
            Authorization grant = authorization.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            grant.setResource(resource);
            grant.setResourceId(Authorization.ANY);
            grant.addPermission(Permissions.ALL);
            authorization.saveAuthorization(grant);
        }
    }
}
