//! Peers in words.

use crate::{
    benchmark::{PeerDistance, Peers, composite::Gathered},
    dataset::Region,
    words::{Words, sentence::sentences},
};

sentences! {
    /// What is said of peers.
    enum Alike {
        Nearest = "按{indicators}衡量（{by}），与{home}最相近的是{places}。" | "按{indicators}衡量（{by}），與{home}最相近的是{places}。" | "By {indicators} ({by}), most like {home}: {places}.";
        None = "按{indicators}衡量，没有可以与{home}比较的地区。" | "按{indicators}衡量，沒有可以與{home}比較的地區。" | "By {indicators}, no place can be compared with {home}.";
        LeftOut = "{places}数据不足，没有列入。" | "{places}數據不足，沒有列入。" | "Left out for lack of figures: {places}.";
        Euclidean = "标准化欧氏距离" | "標準化歐氏距離" | "standardised Euclidean distance";
        Manhattan = "标准化绝对距离" | "標準化絕對距離" | "standardised Manhattan distance";
        Gower = "高尔距离" | "高爾距離" | "Gower distance";
    }
}

impl Words {
    /// Which places are most like one, on which indicators, and who could not be compared.
    pub fn peers_reading(self, gathered: &Gathered, found: &Peers, home: &Region, distance: PeerDistance) -> String {
        let mut columns = Vec::new();
        for column in 0..gathered.comparisons.len() {
            if !found.set_aside.contains(&column) {
                columns.push(column);
            }
        }
        let indicators = self.indicators_of(gathered, &columns);
        let names: Vec<&str> = found.nearest.iter().filter_map(|peer| self.name_of(gathered, peer.row)).collect();
        let home = self.place(home);
        let mut told = Vec::new();
        if names.is_empty() {
            told.push(self.say(Alike::None, "home indicators", &[home, &indicators]));
        } else {
            let by = self.plain(match distance {
                PeerDistance::StandardisedEuclidean => Alike::Euclidean,
                PeerDistance::StandardisedManhattan => Alike::Manhattan,
                PeerDistance::Gower => Alike::Gower,
            });
            told.push(self.say(Alike::Nearest, "home indicators places by", &[home, &indicators, &self.list(&names), &by]));
        }
        if !found.left_out.is_empty() {
            let names: Vec<&str> = found.left_out.iter().filter_map(|row| self.name_of(gathered, *row)).collect();
            told.push(self.say(Alike::LeftOut, "places", &[&self.list(&names)]));
        }
        self.join(&told)
    }
}
