package org.postroad.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** Authenticates applications by {@code Authorization: Bearer <key>}, for one request. */
final class ApiKeyFilter extends OncePerRequestFilter {

    static final SimpleGrantedAuthority APPLICATION = new SimpleGrantedAuthority("ROLE_APPLICATION");

    private static final String SCHEME = "Bearer ";

    private final ApplicationKeys keys;
    private final AuthenticationEntryPoint entryPoint;

    ApiKeyFilter(ApplicationKeys keys, AuthenticationEntryPoint entryPoint) {
        this.keys = keys;
        this.entryPoint = entryPoint;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = key(request);
        if (key == null) {
            chain.doFilter(request, response);
            return;
        }
        try {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(application(key));
            SecurityContextHolder.setContext(context);
        } catch (AuthenticationException e) {
            entryPoint.commence(request, response, e);
            return;
        }
        chain.doFilter(request, response);
    }

    private static @Nullable String key(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }

    private Authentication application(String key) {
        try {
            Optional<String> name = keys.nameOf(key);
            return UsernamePasswordAuthenticationToken.authenticated(
                    name.orElseThrow(() -> new BadCredentialsException("This key is not known here.")),
                    null,
                    List.of(APPLICATION));
        } catch (DataAccessException e) {
            throw new InternalAuthenticationServiceException("The keys cannot be looked up at present.", e);
        }
    }
}
