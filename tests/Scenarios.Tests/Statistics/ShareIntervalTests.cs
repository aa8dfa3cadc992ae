using CorridorTwin.Scenarios.Statistics;
using Xunit;

namespace CorridorTwin.Scenarios.Tests.Statistics;

public sealed class ShareIntervalTests
{
    [Fact]
    public void WilsonOfTenInAHundred()
    {
        ShareInterval share = ShareInterval.Wilson(10, 100);
        Assert.Equal(0.055229, share.Low, 1e-6);
        Assert.Equal(0.174366, share.High, 1e-6);
    }

    [Fact]
    public void ClopperPearsonOfTenInAHundred()
    {
        ShareInterval share = ShareInterval.ClopperPearson(10, 100);
        Assert.Equal(0.049005, share.Low, 1e-6);
        Assert.Equal(0.176223, share.High, 1e-6);
    }

    [Fact]
    public void NoneOfTwentyStillHasAnUpperEnd()
    {
        // 1 − 0.025^(1/20)
        Assert.Equal(0.168433, ShareInterval.ClopperPearson(0, 20).High, 1e-6);
        Assert.Equal(0, ShareInterval.Wilson(0, 20).Low);
        Assert.Equal(0.161125, ShareInterval.Wilson(0, 20).High, 1e-6);
    }

    [Fact]
    public void MoreThanAllIsRefused() => Assert.Throws<ArgumentException>(() => ShareInterval.Wilson(3, 2));
}
