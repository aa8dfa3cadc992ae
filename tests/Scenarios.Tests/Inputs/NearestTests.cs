using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Tests.Inputs;

public class NearestTests
{
    private static readonly string[] Posts = ["pedro-de-alvarado", "el-amatillo", "guasaule", "penas-blancas", "paso-canoas"];

    [Theory]
    [InlineData("penas-blanca", "penas-blancas")]
    [InlineData("PENAS-BLANCAS", "penas-blancas")]
    [InlineData("peñas-blancas", "penas-blancas")]
    [InlineData("guasuale", "guasaule")]
    [InlineData("amatillo", "el-amatillo")]
    [InlineData("tecun-uman", null)]
    [InlineData("", null)]
    public void It_finds_the_name_that_was_meant(string given, string? meant) => Assert.Equal(meant, Nearest.To(given, Posts));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ab", "ba", 1)]
    public void Edits_are_counted(string a, string b, int edits) => Assert.Equal(edits, Nearest.Edits(a, b));
}
