/** What each element template of a diagram configures, parsed and validated: entry rule, e-mail, split, webhook and so on. */
@NullMarked
@NamedInterface("template")
package org.postroad.journey.template;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
