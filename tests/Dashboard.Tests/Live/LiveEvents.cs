using System.Globalization;
using System.Text;

namespace CorridorTwin.Dashboard.Tests.Live;

/// <summary>Border events of trucks that come to the road queue of one side, a minute apart.</summary>
internal static class LiveEvents
{
    private static readonly DateTimeOffset First = new(2024, 3, 4, 8, 0, 0, TimeSpan.FromHours(-6));

    /// <summary>Some lines, the first truck's first.</summary>
    /// <param name="many">How many.</param>
    /// <param name="from">Number of the first truck.</param>
    /// <param name="plate">Begins each plate: which are other trucks.</param>
    public static string Lines(int many, int from = 0, string plate = "PLT-") => string.Concat(Enumerable.Range(from, many).Select(i => string.Create(CultureInfo.InvariantCulture,
        $$"""{"type":"queue.enter","t":"{{First.AddMinutes(i):yyyy-MM-dd'T'HH:mm:sszzz}}","post":"penas-blancas","side":"CR","dir":"S2N","unit":"{{plate}}{{i:D5}}","src":"LPR"}""") + "\n"));

    /// <summary>The same as a stream.</summary>
    public static Stream Stream(int many, int from = 0, string plate = "PLT-") => new MemoryStream(Encoding.UTF8.GetBytes(Lines(many, from, plate)));
}
