using CorridorTwin.Scenarios.Reports;

namespace CorridorTwin.Scenarios.Tests.Reports;

public class TongueTests
{
    [Theory]
    [InlineData(null, null, "en")]
    [InlineData(null, "es_CR.UTF-8", "es")]
    [InlineData(null, "es", "es")]
    [InlineData(null, "en_US.UTF-8", "en")]
    [InlineData(null, "est_EE", "en")]
    [InlineData("C", "es_GT.UTF-8", "en")]
    [InlineData("es_PA.UTF-8", "en_US.UTF-8", "es")]
    [InlineData("", "es_PA.UTF-8", "es")]
    public void The_environment_says_which_language(string? all, string? lang, string expected) =>
        Assert.Equal(expected, Tongue.OfEnvironment(name => name switch { "LC_ALL" => all, "LANG" => lang, _ => null }).Code);
}
