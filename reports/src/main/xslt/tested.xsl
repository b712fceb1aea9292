<?xml version="1.0" encoding="UTF-8"?>
<!-- Makes a Java class of clients.xml: the versions that Ajar is tested with. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:strip-space elements="*"/>

  <xsl:template match="/project">
    <xsl:text>package dev.ajar.report;

/** The versions that Ajar is tested with. Made from clients.xml. */
final class Tested {

  /** Of each version the name of the artifact, a blank and the version. */
  static final String[] VERSIONS = {
</xsl:text>
    <xsl:apply-templates select=".//jdk | .//client | .//client/dependency | .//carrier"/>
    <xsl:text>  };

  private Tested() {}
}
</xsl:text>
  </xsl:template>

  <xsl:template match="jdk">
    <xsl:value-of select="concat('    &quot;jdk ', @version, '&quot;,&#10;')"/>
  </xsl:template>

  <xsl:template match="client | carrier">
    <xsl:value-of select="concat('    &quot;', @name, ' ', @version, '&quot;,&#10;')"/>
  </xsl:template>

  <xsl:template match="dependency">
    <xsl:value-of select="concat('    &quot;', @artifactId, ' ', @version, '&quot;,&#10;')"/>
  </xsl:template>
</xsl:stylesheet>
