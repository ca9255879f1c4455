package org.postroad.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sets the caller as the engine's authenticated user for the engine's REST API, so that its authorizations apply there.
 * Everywhere else Postroad itself calls the engine, without a user and without authorization checks.
 */
final class EngineIdentityFilter extends OncePerRequestFilter {

    private final IdentityService identity;
    private final EngineUsers users;

    EngineIdentityFilter(IdentityService identity, EngineUsers users) {
        this.identity = identity;
        this.users = users;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().startsWith("/engine-rest");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        try {
            if (caller.getAuthorities().contains(ApiKeyFilter.APPLICATION)) {
                identity.setAuthentication("application:" + caller.getName(), List.of(EngineUsers.APPLICATIONS));
            } else {
                identity.setAuthentication(caller.getName(), users.groupsOf(caller.getName()));
            }
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }
}
