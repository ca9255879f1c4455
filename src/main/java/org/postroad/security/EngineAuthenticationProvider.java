package org.postroad.security;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Authenticates the engine's users by name and password. The engine itself slows down guessing: after a wrong password it
 * refuses that user for a time that doubles with each further one.
 */
@Component
class EngineAuthenticationProvider implements AuthenticationProvider {

    static final SimpleGrantedAuthority PERSON = new SimpleGrantedAuthority("ROLE_PERSON");

    private final EngineUsers users;

    EngineAuthenticationProvider(EngineUsers users) {
        this.users = users;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        if (!isCorrect(attempt.getName(), String.valueOf(attempt.getCredentials()))) {
            throw new BadCredentialsException("The name or the password is wrong.");
        }
        return UsernamePasswordAuthenticationToken.authenticated(attempt.getName(), null, List.of(PERSON));
    }

    private boolean isCorrect(String name, String password) {
        try {
            return users.checkPassword(name, password);
        } catch (RuntimeException e) {
            throw new InternalAuthenticationServiceException("The users cannot be looked up at present.", e);
        }
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }
}
