using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Tests.Inputs;

public class QuantityTests
{
    [Theory]
    [InlineData("8 min", 8)]
    [InlineData("8min", 8)]
    [InlineData(" 1.5  h ", 90)]
    [InlineData("90 s", 1.5)]
    [InlineData("2 d", 2880)]
    [InlineData("1e2 min", 100)]
    [InlineData(".5 h", 30)]
    public void Durations_convert_to_minutes(string text, double minutes)
    {
        Assert.Null(Quantity.TryRead(text, UnitFamily.Duration, out Quantity quantity));
        Assert.Equal(minutes, quantity.In(UnitFamily.Duration), 1e-12);
    }

    [Fact]
    public void Flows_frequencies_and_shares_convert()
    {
        double In(string text, UnitFamily family)
        {
            Assert.Null(Quantity.TryRead(text, family, out Quantity quantity));
            return quantity.In(family);
        }
        Assert.Equal(100, In("700 /week", UnitFamily.Flow), 1e-12);
        Assert.Equal(14, In("2 /day", UnitFamily.Frequency), 1e-12);
        Assert.Equal(0.05, In("5 %", UnitFamily.Share), 1e-12);
        Assert.Equal(0.03, In("3 %/year", UnitFamily.Growth), 1e-12);
        Assert.Equal(-3, In("-3", UnitFamily.Bare), 1e-12);
    }

    [Theory]
    [InlineData("8")]
    [InlineData("min")]
    [InlineData("")]
    [InlineData("8 km")]
    [InlineData("8,5 min")]
    [InlineData("1.2.3 min")]
    [InlineData("NaN min")]
    [InlineData("-Infinity")]
    [InlineData("1e400 min")]
    [InlineData("0x10 min")]
    [InlineData("8 min 5 s")]
    [InlineData("٣ min")]
    public void What_is_no_duration_is_refused(string text) => Assert.NotNull(Quantity.TryRead(text, UnitFamily.Duration, out _));

    [Theory]
    [InlineData("8 min")]
    [InlineData("0.96 USD/L")]
    [InlineData("3")]
    public void It_is_written_as_it_was_read(string text)
    {
        UnitFamily family = UnitFamily.Of(Bilingual.Same("x"), text, text.Contains(' ', StringComparison.Ordinal) ? text.Split(' ')[1] : "");
        Assert.Null(Quantity.TryRead(text, family, out Quantity quantity));
        Assert.Equal(text, quantity.ToString());
    }
}
