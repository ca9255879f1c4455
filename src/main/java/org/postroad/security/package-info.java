/** Who may come in: logins of people, keys of applications, Spring Security's filter chains and how a refusal is answered. */
@NullMarked
package org.postroad.security;

import org.jspecify.annotations.NullMarked;
