package tenantry;

import java.io.Reader;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AbstractCharFilterFactory;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.index.analysis.AnalyzerScope;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.PreBuiltAnalyzerProvider;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;

/**
 * What the module analysis-common registers in a full Elasticsearch, as far as the indexes here need
 * it: the analyzer {@code english} without settings, the character filter {@code pattern_replace},
 * and the token filters {@code asciifolding} and {@code stemmer} for English. All of it is Lucene's,
 * as there.
 */
public class EnglishAnalysisPlugin extends Plugin implements AnalysisPlugin {
  @Override
  public Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> getAnalyzers() {
    return Map.of(
        "english",
        (index, environment, name, settings) ->
            new PreBuiltAnalyzerProvider(name, AnalyzerScope.INDEX, new EnglishAnalyzer()));
  }

  @Override
  public Map<String, AnalysisProvider<CharFilterFactory>> getCharFilters() {
    return Map.of(
        "pattern_replace",
        AnalysisPlugin.requiresAnalysisSettings(
            (index, environment, name, settings) -> new PatternReplace(name, settings)));
  }

  @Override
  public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
    return Map.of(
        "asciifolding",
        (index, environment, name, settings) -> new Folding(name, settings),
        "stemmer",
        AnalysisPlugin.requiresAnalysisSettings(
            (index, environment, name, settings) -> new Stemmer(name, settings)));
  }

  private static class PatternReplace extends AbstractCharFilterFactory {
    private final Pattern pattern;
    private final String replacement;

    PatternReplace(String name, Settings settings) {
      super(name);
      pattern = Pattern.compile(settings.get("pattern"));
      replacement = settings.get("replacement", "");
    }

    @Override
    public Reader create(Reader text) {
      return new PatternReplaceCharFilter(pattern, replacement, text);
    }
  }

  private static class Folding extends AbstractTokenFilterFactory {
    Folding(String name, Settings settings) {
      super(name, settings);
    }

    @Override
    public TokenStream create(TokenStream tokens) {
      return new ASCIIFoldingFilter(tokens);
    }
  }

  private static class Stemmer extends AbstractTokenFilterFactory {
    private final String language;

    Stemmer(String name, Settings settings) {
      super(name, settings);
      language = settings.get("language", "english");
    }

    @Override
    public TokenStream create(TokenStream tokens) {
      return switch (language) {
        case "english" -> new PorterStemFilter(tokens);
        case "possessive_english" -> new EnglishPossessiveFilter(tokens);
        default -> throw new IllegalArgumentException("There is no stemmer for " + language);
      };
    }
  }
}
