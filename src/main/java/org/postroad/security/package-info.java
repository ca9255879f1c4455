/**
 * Access: logins of people, keys of applications, and Spring Security's filter chains. Start at {@code
 * SecurityConfiguration}.
 *
 * <p>Uses {@code web} and {@code sql}.
 */
@NullMarked
package org.postroad.security;

import org.jspecify.annotations.NullMarked;
