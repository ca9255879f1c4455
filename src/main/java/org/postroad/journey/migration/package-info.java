/** Migrates running enrolments from one version of a journey to another: request, preview, dry run, background migration. */
@NullMarked
@NamedInterface("migration")
package org.postroad.journey.migration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
