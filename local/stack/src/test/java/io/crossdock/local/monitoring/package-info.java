/** Tests of what operators are given to watch Crossdock with: rules and dashboards against what the application exposes. */
@NullMarked
package io.crossdock.local.monitoring;

import org.jspecify.annotations.NullMarked;
