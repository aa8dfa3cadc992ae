using System.Text;

namespace CorridorTwin.Scenarios.Tests.Inputs;

/// <summary>Right files with a few characters changed: whatever comes of it, never an exception and never more than a line each.</summary>
public class MutilatedFileTests
{
    private const string Scenario = """
        id: what-if
        title: {en: What if, es: Qué tal si}
        extends: small
        year: 2027
        measures:
          - measure: RiskManagement
            posts: [penas-blancas]
            intensity: 50 %
            parameters: {red-cut: 40 %}
        disruptions:
          - {kind: strike, start: 36 h, length: 2 d, absent: 30 %}
        demand:
          cargo: {dangerous: 5 %}

        """;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]

    public void They_load_or_give_clear_lines(int seed)
    {
        // A linear congruential sequence is enough to pick places, and is the same everywhere.
        ulong state = (ulong)seed;
        int Next(int below)
        {
            state = state * 6364136223846793005 + 1442695040888963407;
            return (int)((state >> 33) % (ulong)below);
        }
        const string Alphabet = " \t\n:-{}[],&*#'\"|>%@!?.0129aZé\u0007\\/<=~";
        int right = 0;
        for (int round = 0; round < 150; round++)
        {
            using var workspace = new Workspace();
            string[] texts = [Workspace.SmallBaseline, Scenario];
            int which = Next(2);
            var text = new StringBuilder(texts[which]);
            for (int changes = 1 + Next(3); changes > 0; changes--)
            {
                int at = Next(text.Length);
                switch (Next(4))
                {
                    case 0: text.Remove(at, Math.Min(1 + Next(12), text.Length - at)); break;
                    case 1: text.Insert(at, Alphabet[Next(Alphabet.Length)]); break;
                    case 2: text[at] = Alphabet[Next(Alphabet.Length)]; break;
                    default: text.Insert(at, text.ToString(Next(text.Length - 20), 20)); break;
                }
            }
            texts[which] = text.ToString();
            workspace.Write("small.yaml", texts[0]);
            workspace.Write("x.yaml", texts[1]);
            string[] lines = [.. workspace.Lines(), .. workspace.Lines("es")];
            Assert.All(lines, l => Assert.DoesNotContain(l, char.IsControl));
            Assert.All(lines, l => Assert.Matches(@"^(small|x)\.yaml:", l));
            if (lines.Length == 0) right++;
            else Assert.InRange(lines.Length, 2, 80);
        }
        Assert.True(right < 150, "Nothing was mutilated.");
    }
}
